package io.flotilla.auth.refresh;

import io.flotilla.kit.problem.Unavailable;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Forgets refresh tokens that can never be good again. Every replica does; rows one is busy with the others leave out. */
@Singleton
final class Pruning {
    private static final Logger log = Logger.getLogger(Pruning.class);

    private final RefreshTokens tokens;
    private final InstantSource clock;

    Pruning(RefreshTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "refresh-tokens")
    @RunOnVirtualThread
    void prune() {
        try {
            int forgotten = 0;
            int batch;
            do {
                batch = tokens.prune(clock.instant());
                forgotten += batch;
            } while (batch > 0);
            log.debugf("%d refresh tokens forgotten", forgotten);
        } catch (Unavailable e) {
            log.debug("refresh tokens could not be pruned; next time", e);
        }
    }
}
