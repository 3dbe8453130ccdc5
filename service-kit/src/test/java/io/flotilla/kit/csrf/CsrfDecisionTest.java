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

    private static Verdict fromOrigin(String origin, String site) {
        return CsrfDecision.of(new Call(
                Rule.TOKEN, user(true), TOKEN, site, origin, OWN, Set.of("https://friend.example"), null, false));
    }

    @Test
    void aForeignOriginIsForbiddenWithTheRightTokenToo() {
        assertThat(fromOrigin(OWN, null)).isEqualTo(PASS);
        assertThat(fromOrigin("https://friend.example", null)).isEqualTo(PASS);
        assertThat(fromOrigin("https://evil.example", null)).isEqualTo(FORBIDDEN);
        assertThat(fromOrigin("https://evil.example", "same-origin")).isEqualTo(FORBIDDEN);
        assertThat(fromOrigin(OWN + ".evil.example", null)).isEqualTo(FORBIDDEN);
        // Forms on pages that send no referrer say so of themselves.
        assertThat(fromOrigin("null", "same-origin")).isEqualTo(PASS);
        assertThat(fromOrigin("null", "cross-site")).isEqualTo(FORBIDDEN);
    }

    private static Verdict signIn(Caller caller, String token, String site, String origin, String mediaType) {
        return CsrfDecision.of(new Call(Rule.SIGN_IN, caller, token, site, origin, OWN, Set.of(), mediaType, false));
    }

    @Test
    void signingInWithoutASessionMustComeFromOurPageOrNoBrowser() {
        assertThat(signIn(NOBODY, null, "same-origin", OWN, "application/json")).isEqualTo(PASS);
        assertThat(signIn(NOBODY, null, "none", null, null)).isEqualTo(PASS);
        assertThat(signIn(NOBODY, null, null, OWN, "application/json")).isEqualTo(PASS);
        assertThat(signIn(NOBODY, null, null, null, "application/json")).isEqualTo(PASS);
        for (var site : new String[] {"cross-site", "same-site", "", "made-up"}) {
            assertThat(signIn(NOBODY, null, site, OWN, "application/json"))
                    .as(site)
                    .isEqualTo(FORBIDDEN);
        }
        assertThat(signIn(NOBODY, null, null, "https://evil.example", "application/json"))
                .isEqualTo(FORBIDDEN);
        assertThat(signIn(NOBODY, null, null, "null", "application/json")).isEqualTo(FORBIDDEN);
    }

    @Test
    void signingInTakesJsonAndFormsOnlyWhereTheyAreWelcome() {
        for (var type :
                new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/xml"}) {
            assertThat(signIn(NOBODY, null, "same-origin", OWN, type)).as(type).isEqualTo(UNSUPPORTED_BODY);
        }
        var form = new Call(
                Rule.SIGN_IN,
                NOBODY,
                null,
                "same-origin",
                null,
                OWN,
                Set.of(),
                "application/x-www-form-urlencoded",
                true);
        assertThat(CsrfDecision.of(form)).isEqualTo(PASS);
    }

    @Test
    void signingInWithASessionNeedsItsToken() {
        assertThat(signIn(user(true), null, "same-origin", OWN, "application/json"))
                .isEqualTo(FORBIDDEN);
        assertThat(signIn(user(true), TOKEN, "same-origin", OWN, "application/json"))
                .isEqualTo(PASS);
        assertThat(signIn(user(true), TOKEN, "cross-site", null, "application/json"))
                .isEqualTo(FORBIDDEN);
        assertThat(signIn(user(false), null, null, null, "application/json")).isEqualTo(PASS);
    }
}
