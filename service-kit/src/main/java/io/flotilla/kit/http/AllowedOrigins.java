package io.flotilla.kit.http;

import io.flotilla.kit.config.KitConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Origins whose pages may call with a bearer token, named one by one. Read at the start, which fails for what is no origin. */
@ApplicationScoped
@Startup
public class AllowedOrigins {
    private final Set<String> origins;

    AllowedOrigins(KitConfig config) {
        this.origins = parse(config.corsOrigins().orElse(List.of()));
    }

    /** As browsers spell them in {@code Origin}. */
    public Set<String> values() {
        return origins;
    }

    /** Throws {@link IllegalArgumentException} naming what is not exactly one origin. */
    static Set<String> parse(List<String> configured) {
        var origins = new LinkedHashSet<String>();
        for (var text : configured) {
            var origin = text.strip();
            if (!isOrigin(origin)) {
                throw new IllegalArgumentException("cors-origins: not an origin like https://host: " + origin);
            }
            origins.add(origin);
        }
        return Set.copyOf(origins);
    }

    private static boolean isOrigin(String text) {
        try {
            var url = URI.create(text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            return web
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && text.equals(text.toLowerCase(Locale.ROOT))
                    && text.equals(url.getScheme() + "://" + url.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
