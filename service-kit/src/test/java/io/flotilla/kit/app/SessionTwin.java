package io.flotilla.kit.app;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Vouches for cookies as session-service would: {@code good-…} is Ada's, {@code slow-…} takes a while, {@code old-…} has expired. */
@Path("/internal/user-sessions/resolve")
@RunOnVirtualThread
public class SessionTwin {
    public static final AtomicInteger ASKED = new AtomicInteger();
    public static final String CSRF_TOKEN = "the-csrf-token-of-ada";

    public record Asked(String cookie, @Nullable String userAgent) {}

    @POST
    public Response resolve(Asked asked) throws InterruptedException {
        ASKED.incrementAndGet();
        if (asked.cookie().startsWith("old-")) {
            return Response.status(404)
                    .entity(Map.of("code", "SESSION_EXPIRED"))
                    .build();
        }
        if (asked.cookie().startsWith("slow-")) {
            TimeUnit.MILLISECONDS.sleep(1500);
        } else if (!asked.cookie().startsWith("good-")) {
            return Response.status(404)
                    .entity(Map.of("code", "SESSION_REQUIRED"))
                    .build();
        }
        var csrfHash = io.flotilla.kit.secret.Secret.of(CSRF_TOKEN).sha256Base64Url();
        return Response.ok(Map.of(
                        "sub",
                        "ada",
                        "sid",
                        "sid-" + asked.cookie(),
                        "grp",
                        "g-ada",
                        "roles",
                        List.of("anonymous"),
                        "csrfHash",
                        csrfHash,
                        "expiresAt",
                        System.currentTimeMillis() + 60_000))
                .build();
    }
}
