package io.flotilla.kit.csrf;

import static io.flotilla.kit.csrf.CsrfDecision.Verdict.FORBIDDEN;
import static io.flotilla.kit.csrf.CsrfDecision.Verdict.PASS;
import static io.flotilla.kit.csrf.CsrfDecision.Verdict.UNSUPPORTED_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.csrf.CsrfDecision.Call;
import io.flotilla.kit.csrf.CsrfDecision.Rule;
import io.flotilla.kit.csrf.CsrfDecision.Verdict;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.secret.Secret;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsrfDecisionTest {
    private static final String TOKEN = "token";
    private static final String OWN = "https://flotilla.example";
    private static final Caller NOBODY = new Caller.Nobody();
    private static final Caller SERVICE = new Caller.Service("s", null);

    private static Caller user(boolean byCookie) {
        return new Caller.User("u", "s", "g", Set.of("user"), Secret.of(TOKEN).sha256Base64Url(), null, byCookie);
    }

    private static Verdict token(Caller caller, String token, String site, String mediaType, boolean forms) {
        return CsrfDecision.of(new Call(Rule.TOKEN, caller, token, site, null, OWN, Set.of(), mediaType, forms));
    }

    private static Verdict sameOrigin(String site, String origin, String mediaType) {
        return CsrfDecision.of(
                new Call(Rule.SAME_ORIGIN, user(true), null, site, origin, OWN, Set.of(), mediaType, false));
    }

    @Test
    void theRightTokenPasses() {
        assertThat(token(user(true), TOKEN, null, "application/json", false)).isEqualTo(PASS);
        assertThat(token(user(true), TOKEN, "same-origin", null, false)).isEqualTo(PASS);
    }

    @Test
    void everythingElseByCookieIsForbidden() {
        assertThat(token(user(true), null, null, "application/json", false)).isEqualTo(FORBIDDEN);
        assertThat(token(user(true), "", null, "application/json", false)).isEqualTo(FORBIDDEN);
        assertThat(token(user(true), TOKEN + "x", null, "application/json", false))
                .isEqualTo(FORBIDDEN);
        assertThat(token(user(true), "x".repeat(10_000), null, "application/json", false))
                .isEqualTo(FORBIDDEN);
        assertThat(token(user(true), TOKEN, "cross-site", "application/json", false))
                .isEqualTo(FORBIDDEN);
        assertThat(token(NOBODY, TOKEN, null, "application/json", false)).isEqualTo(FORBIDDEN);
    }

    @Test
    void bearersNeedNone() {
        assertThat(token(user(false), null, "cross-site", "text/plain", false)).isEqualTo(PASS);
        assertThat(token(SERVICE, null, null, null, false)).isEqualTo(PASS);
    }

    @Test
    void simpleBodiesNeedAnInvitationAndForbiddenComesFirst() {
        assertThat(token(user(true), TOKEN, null, "text/plain", false)).isEqualTo(UNSUPPORTED_BODY);
        assertThat(token(user(true), TOKEN, null, "text/plain", true)).isEqualTo(PASS);
        assertThat(token(user(true), null, null, "text/plain", false)).isEqualTo(FORBIDDEN);
    }

    @Test
    void theBrowsersWordCountsBeforeTheOrigin() {
        assertThat(sameOrigin("same-origin", null, null)).isEqualTo(PASS);
        assertThat(sameOrigin("same-origin", "https://evil.example", null)).isEqualTo(PASS);
        assertThat(sameOrigin("same-site", OWN, null)).isEqualTo(FORBIDDEN);
        assertThat(sameOrigin("cross-site", OWN, null)).isEqualTo(FORBIDDEN);
        assertThat(sameOrigin("none", OWN, null)).isEqualTo(FORBIDDEN);
        assertThat(sameOrigin(null, OWN, "application/json")).isEqualTo(PASS);
        assertThat(sameOrigin(null, OWN + ".evil.example", null)).isEqualTo(FORBIDDEN);
        assertThat(sameOrigin(null, "null", null)).isEqualTo(FORBIDDEN);
        assertThat(sameOrigin(null, null, null)).isEqualTo(FORBIDDEN);
        assertThat(sameOrigin("same-origin", null, "text/plain")).isEqualTo(UNSUPPORTED_BODY);
    }
}
