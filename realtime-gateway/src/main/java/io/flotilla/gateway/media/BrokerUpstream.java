package io.flotilla.gateway.media;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.loop.Loop;
import io.flotilla.gateway.vm.VmDirectory;
import io.flotilla.gateway.vm.VmPlace;
import io.flotilla.kit.identity.ServiceTokens;
import io.flotilla.kit.problem.Unavailable;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Upstreams to the brokers that Redis names, opened with this service's own token. */
@Singleton
final class BrokerUpstream implements Upstream {
    private static final Logger LOG = Logger.getLogger(BrokerUpstream.class);
    private static final String PROTOCOL = "flotilla.media.v1";
    /** A still picture of a large screen as PNG is the largest there is. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int MOST_SOCKETS = 10_000;
    private static final int SILENCE_SECONDS = 30;
    private static final int TIMEOUT_MS = 3_000;

    private final VmDirectory vms;
    private final ServiceTokens tokens;
    private final WebSocketClient client;

    BrokerUpstream(VmDirectory vms, ServiceTokens tokens, Vertx vertx, GatewayConfig config) {
        this.vms = vms;
        this.tokens = tokens;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(MOST_SOCKETS)
                .setMaxFrameSize(MOST_BYTES)
                .setMaxMessageSize(MOST_BYTES)
                .setTryUsePerMessageCompression(false)
                .setReadIdleTimeout(SILENCE_SECONDS)
                .setConnectTimeout((int) config.edge().connectTimeout().toMillis()));
    }

    @Override
    public void dial(String vmId, Loop loop, Listener listener) {
        Thread.ofVirtual().name("upstream-" + vmId).start(() -> {
            try {
                var place = vms.find(vmId);
                if (place.isEmpty()) {
                    loop.run(() -> listener.refused(Why.NO_PLACE));
                    return;
                }
                var bearer = tokens.bearer();
                loop.run(() -> connect(vmId, place.get(), bearer, loop, listener));
            } catch (Unavailable e) {
                LOG.debugf(e, "VM %s cannot be looked up now", vmId);
                loop.run(() -> listener.refused(Why.UNREACHABLE));
            } catch (RuntimeException e) {
                LOG.warnf(e, "VM %s cannot be looked up", vmId);
                loop.run(() -> listener.refused(Why.UNREACHABLE));
            }
        });
    }

    private void connect(String vmId, VmPlace place, String bearer, Loop loop, Listener listener) {
        var socket = client.webSocket();
        var link = new BrokerLink(socket, loop);
        link.tell(listener);
        var node = place.node();
        var tls = "https".equals(node.getScheme());
        var options = new WebSocketConnectOptions()
                .setHost(node.getHost())
                .setPort(node.getPort() > 0 ? node.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setURI("/internal/vms/" + vmId + "/media")
                .addSubProtocol(PROTOCOL)
                .addHeader("Authorization", "Bearer " + bearer)
                .setTimeout(TIMEOUT_MS);
        socket.connect(options)
                .onComplete(opened -> loop.run(() -> {
                    if (opened.succeeded()) {
                        listener.opened(link.open());
                    } else {
                        listener.refused(why(vmId, opened.cause()));
                    }
                }));
    }

    private static Why why(String vmId, Throwable failure) {
        if (failure instanceof UpgradeRejectedException rejected) {
            LOG.infof("The broker of VM %s refused: %d", vmId, rejected.getStatus());
            return rejected.getStatus() == 404 || rejected.getStatus() == 410 ? Why.NOT_THERE : Why.UNREACHABLE;
        }
        LOG.debugf(failure, "The broker of VM %s is unreachable", vmId);
        return Why.UNREACHABLE;
    }
}
