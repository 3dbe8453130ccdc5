package io.flotilla.session.platformuse;

import io.flotilla.session.platform.PlatformConnection;
import io.flotilla.session.platform.PlatformSecrets;
import io.flotilla.session.platform.PlatformTest;
import io.flotilla.session.platform.Platforms;
import io.flotilla.session.reach.Tried;
import io.flotilla.session.reach.TryHyperbeam;
import io.flotilla.session.reach.TryOwnMachines;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** Really asks a platform whether VMs could be had from it, and remembers what it said. */
@ApplicationScoped
public class TestPlatform {
    private final Platforms platforms;
    private final PlatformSecrets secrets;
    private final EditPlatforms edits;
    private final TryOwnMachines ownMachines;
    private final TryHyperbeam hyperbeam;
    private final InstantSource clock;

    public TestPlatform(
            Platforms platforms,
            PlatformSecrets secrets,
            EditPlatforms edits,
            TryOwnMachines ownMachines,
            TryHyperbeam hyperbeam,
            InstantSource clock) {
        this.platforms = platforms;
        this.secrets = secrets;
        this.edits = edits;
        this.ownMachines = ownMachines;
        this.hyperbeam = hyperbeam;
        this.clock = clock;
    }

    /** Empty for a connection that is not there, or not theirs. */
    Optional<PlatformTest> test(String userId, String id) {
        return platforms.of(userId).find(id).map(connection -> {
            var tried = tried(userId, connection);
            var test = new PlatformTest(
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    tried.reachable(),
                    tried.success(),
                    tried.message());
            edits.tested(userId, id, test);
            return test;
        });
    }

    private Tried tried(String userId, PlatformConnection connection) {
        return switch (connection.type()) {
            case CHROMIUM -> ownMachines.now();
            case HYPERBEAM ->
                secrets.open(userId, connection)
                        .map(key -> hyperbeam.at(Objects.requireNonNull(connection.instanceUrl()), key))
                        .orElseGet(() -> new Tried(false, false, "The connection has no secret: an API key is needed"));
            case KUBERNETES -> new Tried(false, false, "This installation cannot start browsers on kubernetes yet");
        };
    }
}
