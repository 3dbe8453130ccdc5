package io.flotilla.session.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.secret.Secret;
import org.junit.jupiter.api.Test;

class CsrfTokenTest {
    @Test
    void isStableForOneCookieAndOtherForAnother() {
        var cookie = Secret.random();

        assertThat(CsrfToken.of(cookie)).isEqualTo(CsrfToken.of(cookie));
        assertThat(CsrfToken.of(cookie)).isNotEqualTo(CsrfToken.of(Secret.random()));
    }

    @Test
    void isTheAgreedFunctionOfTheCookie() {
        assertThat(CsrfToken.of(Secret.of("cookie")).reveal()).isEqualTo("mYbvJpiN-Xa_dlTPoL3hDvw8VEJlMhpicsHmFpWCXbQ");
    }

    @Test
    void saysNothingAboutTheCookie() {
        var cookie = Secret.random();

        assertThat(CsrfToken.of(cookie).reveal()).hasSize(43).doesNotContain(cookie.reveal());
    }
}
