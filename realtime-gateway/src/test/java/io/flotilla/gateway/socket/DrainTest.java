package io.flotilla.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.protocol.CloseCode;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrainTest {
    private final OpenSockets sockets = new OpenSockets();
    private final Drain drain = new Drain(
            sockets,
            new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .withMapping(GatewayConfig.class)
                    .build()
                    .getConfigMapping(GatewayConfig.class));
    private final List<CloseCode> closed = new ArrayList<>();

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
