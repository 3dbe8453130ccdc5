package io.flotilla.session.platform;

import java.time.Instant;
import java.util.UUID;

/** Connections for tests. */
public final class PlatformFixtures {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private PlatformFixtures() {}

    /** A new one; the number says how many seconds after noon it was made. */
    public static PlatformConnection connection(String name, int number) {
        return new PlatformConnection(
                UUID.randomUUID().toString(),
                name,
                PlatformType.HYPERBEAM,
                "https://engine.hyperbeam.com",
                null,
                null,
                NOON.plusSeconds(number),
                NOON.plusSeconds(number),
                null);
    }

    public static UserPlatforms having(PlatformConnection... connections) {
        var all = UserPlatforms.NONE;
        for (var one : connections) {
            all = all.with(one);
        }
        return all;
    }
}
