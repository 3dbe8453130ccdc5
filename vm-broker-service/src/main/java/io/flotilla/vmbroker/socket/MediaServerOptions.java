package io.flotilla.vmbroker.socket;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Frames are compressed already; gateways send short texts. */
@ApplicationScoped
public class MediaServerOptions implements HttpServerOptionsCustomizer {
    private static final int LARGEST_TEXT = 128 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setWebSocketSubProtocols(List.of(MediaRoute.SUBPROTOCOL))
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketMessageSize(LARGEST_TEXT)
                .setMaxWebSocketFrameSize(LARGEST_TEXT)
                .setWebSocketClosingTimeout(5)
                .setTcpNoDelay(true);
    }
}
