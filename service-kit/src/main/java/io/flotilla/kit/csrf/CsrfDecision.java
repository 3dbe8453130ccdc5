package io.flotilla.kit.csrf;

import io.flotilla.kit.identity.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides about one state-changing call; pure. */
final class CsrfDecision {
    private CsrfDecision() {}

    enum Verdict {
        PASS,
        FORBIDDEN,
        UNSUPPORTED_BODY
    }

    enum Rule {
        TOKEN,
        SAME_ORIGIN,
        SIGN_IN,
        NONE
    }

    /** What of a call matters here; media type lower case without parameters, null without a body; friends are origins of the allow-list. */
    record Call(
            Rule rule,
            Caller caller,
            @Nullable String token,
            @Nullable String fetchSite,
            @Nullable String origin,
            String ownOrigin,
            Set<String> friendlyOrigins,
            @Nullable String mediaType,
            boolean formsWelcome) {}

    static Verdict of(Call call) {
        if (call.caller() instanceof Caller.Service
                || (call.caller() instanceof Caller.User user && !user.byCookie())) {
            return Verdict.PASS;
        }
        return switch (call.rule()) {
            case NONE -> Verdict.PASS;
            case SAME_ORIGIN -> {
                if (!comesFromOurPage(call)) {
                    yield Verdict.FORBIDDEN;
                }
                yield call.mediaType() == null || isJson(call.mediaType()) ? Verdict.PASS : Verdict.UNSUPPORTED_BODY;
            }
            case SIGN_IN -> call.caller() instanceof Caller.User ? byToken(call) : withoutSession(call);
            case TOKEN -> byToken(call);
        };
    }

    private static Verdict byToken(Call call) {
        var hash = call.caller() instanceof Caller.User user ? user.csrfHash() : null;
        if ("cross-site".equals(call.fetchSite())
                || namesAForeignOrigin(call)
                || !CsrfToken.matches(call.token(), hash)) {
            return Verdict.FORBIDDEN;
        }
        return isSimple(call.mediaType()) && !call.formsWelcome() ? Verdict.UNSUPPORTED_BODY : Verdict.PASS;
    }

    /** Nobody has a token yet, so a browser must vouch for the page; what shows neither of its headers is no browser. */
    private static Verdict withoutSession(Call call) {
        boolean ours = call.fetchSite() != null
                ? call.fetchSite().equals("same-origin") || call.fetchSite().equals("none")
                : call.origin() == null || call.ownOrigin().equals(call.origin());
        if (!ours) {
            return Verdict.FORBIDDEN;
        }
        boolean understood = call.mediaType() == null
                || isJson(call.mediaType())
                || (call.formsWelcome() && isForm(call.mediaType()));
        return understood ? Verdict.PASS : Verdict.UNSUPPORTED_BODY;
    }

    /** {@code null} is what a browser says that must not tell, as of forms on our own pages: the token decides then. */
    private static boolean namesAForeignOrigin(Call call) {
        var origin = call.origin();
        return origin != null
                && !origin.equals("null")
                && !origin.equals(call.ownOrigin())
                && !call.friendlyOrigins().contains(origin);
    }

    /** The browser's own word first; only what lacks it is judged by {@code Origin}, and what says neither is a stranger. */
    private static boolean comesFromOurPage(Call call) {
        return call.fetchSite() != null
                ? call.fetchSite().equals("same-origin")
                : call.ownOrigin().equals(call.origin());
    }

    static boolean isJson(@Nullable String mediaType) {
        return mediaType != null && (mediaType.equals("application/json") || mediaType.endsWith("+json"));
    }

    static boolean isForm(@Nullable String mediaType) {
        return "application/x-www-form-urlencoded".equals(mediaType);
    }

    /** What a foreign page can send without asking first. */
    private static boolean isSimple(@Nullable String mediaType) {
        return isForm(mediaType) || "multipart/form-data".equals(mediaType) || "text/plain".equals(mediaType);
    }
}
