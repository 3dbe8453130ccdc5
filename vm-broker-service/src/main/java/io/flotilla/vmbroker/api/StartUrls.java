package io.flotilla.vmbroker.api;

import io.flotilla.vmbroker.egress.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Which pages a VM may open first: web pages that its guard would let it reach, as far as that is known without a name server. */
final class StartUrls {
    static final int LONGEST = 2048;
    static final String BLANK = "about:blank";

    private final BiFunction<String, Integer, @Nullable Refusal> guard;

    /** @param guard says for an authority and a default port why it may not be reached, or null */
    StartUrls(BiFunction<String, Integer, @Nullable Refusal> guard) {
        this.guard = guard;
    }

    /** What is wrong with it, in words that follow the field's name; null when nothing is. */
    @Nullable
    String faultOf(String url) {
        if (url.equals(BLANK)) {
            return null;
        }
        try {
            var uri = new URI(url);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                return "must be an http or https address, or about:blank";
            }
            var authority = uri.getRawAuthority();
            if (authority == null || authority.indexOf('@') >= 0) {
                return "must name a host, without user or password";
            }
            var refusal = guard.apply(authority, scheme.equals("https") ? 443 : 80);
            return refusal == null ? null : "cannot be opened: " + refusal.words();
        } catch (URISyntaxException _) {
            return "is not a valid address";
        }
    }
}
