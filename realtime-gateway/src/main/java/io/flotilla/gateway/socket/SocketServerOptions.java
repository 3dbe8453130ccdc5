package io.flotilla.gateway.socket;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.protocol.Subprotocol;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.List;

/** What the public port's server has to know of sockets before it listens. */
@Singleton
final class SocketServerOptions implements HttpServerOptionsCustomizer {
    private static final int SECONDS_TO_CLOSE = 3;

    private final GatewayConfig config;

    SocketServerOptions(GatewayConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        adapt(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        adapt(options);
    }

    private void adapt(HttpServerOptions options) {
        // Twice the limits: they answer with close codes of their own, this one just protects the memory.
        var most = (int) (2
                * Math.max(
                        config.player().messageSize().asLongValue(),
                        config.sockets().message().asLongValue()));
        options.setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(most)
                .setMaxWebSocketMessageSize(most)
                .setWebSocketClosingTimeout(SECONDS_TO_CLOSE)
                .setWebSocketSubProtocols(List.of(Subprotocol.MEDIA));
    }
}
