package io.flotilla.gateway.entrance;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.Identity;
import io.flotilla.gateway.namespace.LastWords;
import io.flotilla.gateway.namespace.Lives;
import io.flotilla.gateway.namespace.Proof;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.registry.Registry;
import io.flotilla.gateway.socket.SocketLives;
import io.flotilla.socket.Socket;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps every identified socket's time. What has a date ends then; a cookie is looked at anew from time to time; revocations come by
 * {@link SocketLives}, as for all sockets of this node.
 */
@Singleton
final class OpenLives implements Lives {
    /** While nobody can say whether a cookie still stands. */
    private static final Duration AGAIN = Duration.ofSeconds(10);
    /** For an official client to close the connection by itself, which has nothing left to talk about. */
    private static final Duration COURTESY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final SocketLives revocations;
    private final Registry registry;
    private final Receptionist receptionist;
    private final EntranceMetrics metrics;
    private final InstantSource clock;
    private final Duration recheck;
    private final ConcurrentMap<Socket, Life> lives = new ConcurrentHashMap<>();

    OpenLives(
            Vertx vertx,
            SocketLives revocations,
            Registry registry,
            Receptionist receptionist,
            EntranceMetrics metrics,
            InstantSource clock,
            GatewayConfig config) {
        this.vertx = vertx;
        this.revocations = revocations;
        this.registry = registry;
        this.receptionist = receptionist;
        this.metrics = metrics;
        this.clock = clock;
        this.recheck = config.sockets().recheck();
    }

    @Override
    public void begin(Socket socket, Identified who, LastWords lastWords) {
        var life = new Life(vertx, socket, who, lastWords, code -> end(socket, code));
        if (lives.putIfAbsent(socket, life) == null) {
            registry.add(socket, who);
            revocations.begin(life);
            watch(life);
        }
    }

    @Override
    public void over(Socket socket, CloseCode why) {
        var life = lives.get(socket);
        if (life != null) {
            life.close(why, why.reason());
        }
    }

    /** Whether what this socket's client says does not count any more. */
    boolean isOver(Socket socket) {
        var life = lives.get(socket);
        return life != null && life.isOver();
    }

    /** The socket is gone. Idempotent. */
    void gone(Socket socket) {
        registry.remove(socket);
        var life = lives.remove(socket);
        if (life != null) {
            life.gone();
            revocations.end(life);
        }
    }

    private void watch(Life life) {
        var who = life.who();
        if (who.expiresAt() != null) {
            life.later(
                    Duration.between(clock.instant(), who.expiresAt()),
                    () -> life.close(CloseCode.TOKEN_EXPIRED, CloseCode.TOKEN_EXPIRED.reason()));
        } else if (who.proof() instanceof Proof.Cookie cookie) {
            // Those who came together need not ask together.
            lookAgain(
                    life,
                    cookie,
                    recheck.multipliedBy(ThreadLocalRandom.current().nextInt(90, 100))
                            .dividedBy(100));
        }
    }

    private void lookAgain(Life life, Proof.Cookie cookie, Duration pause) {
        life.later(pause, () -> Thread.ofVirtual().name("recheck").start(() -> check(life, cookie)));
    }

    private void check(Life life, Proof.Cookie cookie) {
        switch (receptionist.again(new Credential.Cookie(cookie.value(), cookie.userAgent()))) {
            case Identity.Unknown() -> lookAgain(life, cookie, AGAIN);
            case Identity.Refused _ -> life.close(CloseCode.SESSION_OVER, "expired");
            case Identity.Known(var now) -> {
                if (!now.userId().equals(life.who().userId())
                        || !now.sessionId().equals(life.who().sessionId())) {
                    life.close(CloseCode.SESSION_OVER, "expired");
                } else if (!now.roles().equals(life.who().roles())) {
                    // Come back as what you are now.
                    life.close(CloseCode.TOKEN_EXPIRED, CloseCode.TOKEN_EXPIRED.reason());
                } else {
                    lookAgain(life, cookie, recheck);
                }
            }
        }
    }

    private void end(Socket socket, CloseCode code) {
        metrics.ended(code);
        if (code.comesBack()) {
            socket.close(code.number(), code.reason());
            return;
        }
        socket.disconnect();
        vertx.setTimer(COURTESY.toMillis(), late -> {
            if (!registry.isConnected(socket.handshake())) {
                socket.close(code.number(), code.reason());
            }
        });
    }
}
