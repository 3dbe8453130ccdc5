package io.flotilla.session.platformuse;

import io.flotilla.session.platform.PlatformType;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a platform answers, as a user may write it: {@code https://host[:port][/path]}, {@code http} for hosts nearby. Pure. */
final class InstanceUrl {
    static final int LONGEST = 255;
    static final String HYPERBEAM = "https://engine.hyperbeam.com";

    private InstanceUrl() {}

    /** What is wrong with it, in words; empty for nothing. */
    static Optional<String> objection(String text) {
        try {
            var url = new URI(text);
            var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
                return Optional.of("instance_url must be an https address");
            }
            if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
                return Optional.of("instance_url must have no user, query or fragment");
            }
            if (url.getPort() == 0 || url.getPort() > 65_535) {
                return Optional.of("instance_url has no such port");
            }
            return scheme.equals("https") || isNear(url.getHost())
                    ? Optional.empty()
                    : Optional.of("instance_url must be https; http is for local hosts only");
        } catch (URISyntaxException e) {
            return Optional.of("instance_url must be an https address");
        }
    }

    /** What the platform uses when the user names none; null where it has to be named, or is not needed. */
    static @Nullable String usual(PlatformType type) {
        return type == PlatformType.HYPERBEAM ? HYPERBEAM : null;
    }

    /** Whether a secret for one would go to somebody else with the other. */
    static boolean sameOrigin(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return origin(URI.create(one)).equals(origin(URI.create(other)));
    }

    private static String origin(URI url) {
        var scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int usualPort = scheme.equals("https") ? 443 : 80;
        int port = url.getPort() < 0 ? usualPort : url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static boolean isNear(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost")
                || name.endsWith(".localhost")
                || name.endsWith(".local")
                || name.endsWith(".internal")) {
            return true;
        }
        try {
            var address = InetAddress.ofLiteral(name.startsWith("[") ? name.substring(1, name.length() - 1) : name);
            return address.isLoopbackAddress() || address.isSiteLocalAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
