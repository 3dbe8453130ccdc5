package io.flotilla.vmbroker.socket;

import io.flotilla.kit.identity.TokenCheck;
import io.flotilla.kit.identity.TokenClaims;
import io.flotilla.kit.identity.TokenKind;
import io.flotilla.kit.identity.TokenVerifier;
import io.flotilla.vmbroker.life.LiveVm;
import io.flotilla.vmbroker.life.LiveVms;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code GET /internal/vms/{vmId}/media}: everything that can be refused is refused before the upgrade, in HTTP. */
@ApplicationScoped
public class MediaRoute {
    static final String SUBPROTOCOL = "flotilla.media.v1";
    private static final String GATEWAY = "realtime-gateway";
    private static final int CUT_AFTER_SECONDS = 3;
    private static final String BEARER = "Bearer ";

    private final TokenVerifier tokens;
    private final LiveVms vms;

    public MediaRoute(TokenVerifier tokens, LiveVms vms) {
        this.tokens = tokens;
        this.vms = vms;
    }

    void register(@Observes Router router) {
        router.get("/internal/vms/:vmId/media").handler(this::asked);
    }

    private void asked(RoutingContext context) {
        var request = context.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE)) || !speaks(request)) {
            refuse(request, 426, "A WebSocket with subprotocol " + SUBPROTOCOL + " is needed");
            return;
        }
        var token = bearer(request);
        if (token == null) {
            refuse(request, 401, "A service token is needed");
            return;
        }
        request.pause();
        var loop = context.vertx().getOrCreateContext();
        Thread.startVirtualThread(() -> {
            var check = tokens.verify(token, TokenKind.SERVICE);
            loop.runOnContext(_ -> checked(request, context.pathParam("vmId"), check));
        });
    }

    private void checked(HttpServerRequest request, String vmId, TokenCheck<TokenClaims.ServiceClaims> check) {
        switch (check) {
            case TokenCheck.Refused<TokenClaims.ServiceClaims> _ ->
                refuse(request, 401, "The service token is not valid");
            case TokenCheck.Unknown<TokenClaims.ServiceClaims> _ ->
                refuse(request, 503, "Tokens cannot be verified now");
            case TokenCheck.Accepted<TokenClaims.ServiceClaims>(var claims) -> {
                if (!claims.subject().equals(GATEWAY)) {
                    refuse(request, 403, "Only the gateway may watch");
                    return;
                }
                vms.find(vmId)
                        .ifPresentOrElse(
                                vm -> request.toWebSocket().onSuccess(socket -> join(vm, socket, cut(request))),
                                () -> refuse(request, 404, "No such VM"));
            }
        }
    }

    private static void join(LiveVm vm, ServerWebSocket socket, Runnable cut) {
        socket.exceptionHandler(_ -> socket.close());
        vm.stage().join(new VertxGatewaySocket(socket, cut)).ifPresent(link -> {
            socket.textMessageHandler(text -> vm.conversation().heard(link, text));
            socket.closeHandler(_ -> vm.conversation().left(link));
            if (socket.isClosed()) {
                vm.conversation().left(link);
            }
        });
    }

    /**
     * Drops the connection a moment from now. Closing in order would wait for everything that is queued, which a peer that reads nothing
     * never takes; only the channel itself goes at once.
     */
    private static Runnable cut(HttpServerRequest request) {
        var connection = (ConnectionBase) request.connection();
        Runnable close = () -> {
            var _ = connection.channel().close();
        };
        return () -> {
            var _ = connection.channel().eventLoop().schedule(close, CUT_AFTER_SECONDS, TimeUnit.SECONDS);
        };
    }

    private static boolean speaks(HttpServerRequest request) {
        var offered = request.getHeader("Sec-WebSocket-Protocol");
        return offered != null
                && List.of(offered.split(",", -1)).stream().map(String::strip).anyMatch(SUBPROTOCOL::equals);
    }

    private static @Nullable String bearer(HttpServerRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    private static void refuse(HttpServerRequest request, int status, String why) {
        request.resume();
        var response = request.response().setStatusCode(status).putHeader("Content-Type", "application/json");
        if (status == 503) {
            response.putHeader("Retry-After", "1");
        }
        if (status == 426) {
            response.putHeader("Upgrade", "websocket");
        }
        response.end(new JsonObject().put("error", why).encode());
    }
}
