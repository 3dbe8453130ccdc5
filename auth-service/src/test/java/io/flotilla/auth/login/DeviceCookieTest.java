package io.flotilla.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCookieTest {
    private final DeviceCookie devices = new DeviceCookie(Secret.of("key"), false);

    private static Secret value(String setCookie) {
        return Secret.of(setCookie.substring(setCookie.indexOf('=') + 1, setCookie.indexOf(';')));
    }

    @Test
    void aBrowserIsKnownToTheAccountItSignedInTo() {
        var kept = value(devices.set("ada", null));

        assertThat(devices.idFor("ada", kept)).hasSize(22);
        assertThat(devices.idFor("bob", kept)).isNull();
        assertThat(devices.idFor(null, kept)).isNull();
        assertThat(new DeviceCookie(Secret.of("other key"), false).idFor("ada", kept))
                .isNull();
    }

    @Test
    void itStaysTheSameDeviceForTheAccountAndIsAnotherForTheNext() {
        var kept = value(devices.set("ada", null));

        assertThat(value(devices.set("ada", kept))).isEqualTo(kept);
        assertThat(devices.idFor("bob", value(devices.set("bob", kept)))).isNotEqualTo(devices.idFor("ada", kept));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 21, 22, 23, 86})
    void whateverIsChangedMakesItNobodys(int at) {
        var kept = value(devices.set("ada", null)).reveal();
        var changed = kept.substring(0, at) + (kept.charAt(at) == '0' ? '1' : '0') + kept.substring(at + 1);

        assertThat(devices.idFor("ada", Secret.of(changed))).isNull();
        assertThat(devices.idFor("ada", Secret.of(kept.substring(1)))).isNull();
    }

    @Test
    void scriptsAndOtherSitesNeverSeeIt() {
        assertThat(devices.set("ada", null))
                .startsWith("__Host-flotilla-device=")
                .contains("; Path=/", "; HttpOnly", "; Secure", "; SameSite=Strict");
        assertThat(new DeviceCookie(Secret.of("key"), true).set("ada", null))
                .startsWith("flotilla-device=")
                .doesNotContain("Secure");
    }
}
