package io.flotilla.vmbroker.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.kit.secret.Secret;
import io.flotilla.vmbroker.egress.AgentAddress;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The server all agents dial, on loopback only and on a port nobody else is told. A page inside a VM may find its way here too, so a
 * socket must come from our extension's origin (a page cannot forge that) and show its VM's secret.
 */
@ApplicationScoped
public class AgentEndpoint implements AgentAddress {
    /** The extension's id, fixed by the key in its manifest. */
    public static final String EXTENSION_ID = "epnnncgoikmlfimilcbcphkcjimecebf";

    private static final Logger LOG = Logger.getLogger(AgentEndpoint.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORIGIN = "chrome-extension://" + EXTENSION_ID;
    private static final int LARGEST_MESSAGE = 8 << 20;
    private static final int HELLO_WITHIN_MS = 5000;
    private static final short POLICY_VIOLATION = 1008;

    private final Vertx vertx;
    private final Map<String, AgentLink> links = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;

    public AgentEndpoint(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Where the guard leads agents; listens from the first call on. */
    @Override
    public synchronized int port() {
        if (server == null) {
            server = listen();
        }
        return server.actualPort();
    }

    /** Expects one VM's agent until the link is closed. */
    public AgentLink expect(String vmId, Secret secret, AgentLink.Ear ear) {
        var link = new AgentLink(secret, ear, () -> links.remove(vmId));
        links.put(vmId, link);
        return link;
    }

    @PreDestroy
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private HttpServer listen() {
        var options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setTcpNoDelay(true)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(LARGEST_MESSAGE)
                .setMaxWebSocketMessageSize(LARGEST_MESSAGE);
        try {
            return vertx.createHttpServer(options)
                    // Not a webSocketHandler: Quarkus switches those off for the whole process
                    // (vertx.disableWebsockets).
                    .requestHandler(this::knocked)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("cannot listen for VM agents on 127.0.0.1", e);
        }
    }

    private void knocked(HttpServerRequest request) {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            request.response().setStatusCode(404).end();
        } else if (!ORIGIN.equals(request.getHeader("Origin"))) {
            request.response().setStatusCode(403).end();
        } else {
            request.toWebSocket().onSuccess(this::greet).onFailure(e -> LOG.debugf("agent socket: %s", e.getMessage()));
        }
    }

    private void greet(ServerWebSocket socket) {
        var late = vertx.setTimer(HELLO_WITHIN_MS, _ -> socket.close(POLICY_VIOLATION));
        socket.exceptionHandler(e -> LOG.debugf("agent socket: %s", e.getMessage()));
        socket.closeHandler(_ -> vertx.cancelTimer(late));
        socket.binaryMessageHandler(_ -> socket.close(POLICY_VIOLATION));
        socket.textMessageHandler(text -> {
            var link = hello(text);
            if (link == null) {
                socket.close(POLICY_VIOLATION);
                return;
            }
            vertx.cancelTimer(late);
            socket.binaryMessageHandler(message -> {
                if (link.isCurrent(socket)) {
                    link.ear().media(message);
                }
            });
            socket.textMessageHandler(said -> {
                var message = read(said);
                if (message != null && link.isCurrent(socket)) {
                    link.ear().said(message);
                }
            });
            link.attach(socket);
        });
    }

    private @Nullable AgentLink hello(String text) {
        var hello = read(text);
        if (hello == null || !"hello".equals(hello.path("type").asText())) {
            return null;
        }
        var link = links.get(hello.path("vmId").asText());
        return link != null && link.opensWith(Secret.of(hello.path("secret").asText())) ? link : null;
    }

    private static @Nullable JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
