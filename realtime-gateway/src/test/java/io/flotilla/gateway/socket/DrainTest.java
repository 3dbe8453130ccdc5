package io.flotilla.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.protocol.CloseCode;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrainTest {
    private final OpenSockets sockets = new OpenSockets();
    private final Drain drain = new Drain(
            sockets,
            List.of(this::drainOthers),
            new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .withMapping(GatewayConfig.class)
                    .build()
                    .getConfigMapping(GatewayConfig.class));
    private final List<CloseCode> closed = new ArrayList<>();
    private final List<CloseCode> drainedOthers = new ArrayList<>();

    @Test
    void allSocketsAreToldToComeBackWhoeverTheyAreFor() {
        sockets.add(socket("s-1"));
        sockets.add(socket("s-1"));
        sockets.add(socket(null));
        assertThat(drain.isDraining()).isFalse();

        drain.run();

        assertThat(closed).containsExactly(CloseCode.DRAINING, CloseCode.DRAINING, CloseCode.DRAINING);
        assertThat(drain.isDraining()).isTrue();
    }

    @Test
    void anEmptyNodeTakesNobodyMoreEither() {
        drain.run();

        assertThat(drain.isDraining()).isTrue();
    }

    @Test
    void whatHasConnectionsOfItsOwnIsEmptiedOnceAndNotSocketBySocket() {
        sockets.add(new OpenSocket() {
            @Override
            public String sessionId() {
                return "s-1";
            }

            @Override
            public boolean isConnection() {
                return false;
            }

            @Override
            public void close(CloseCode code, String reason) {
                closed.add(code);
            }
        });

        drain.run();

        assertThat(closed).isEmpty();
        assertThat(drainedOthers).containsExactly(CloseCode.DRAINING);
    }

    private Future<Void> drainOthers(CloseCode code, Duration over) {
        assertThat(drain.isLeaving()).as("readiness says no before").isTrue();
        drainedOthers.add(code);
        return Future.succeededFuture();
    }

    private OpenSocket socket(@Nullable String session) {
        return new OpenSocket() {
            @Override
            public @Nullable String sessionId() {
                return session;
            }

            @Override
            public void close(CloseCode code, String reason) {
                closed.add(code);
            }
        };
    }
}
