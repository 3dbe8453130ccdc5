package io.flotilla.gateway.usersession;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.protocol.CloseCode;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Asks again and again whether the user session behind a socket still stands: sessions also end by age, which revokes nothing. A ticket
 * cannot be shown twice, so who came with one fetches another.
 */
@Singleton
final class Rechecks {
    /** While nobody can say. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Reception reception;
    private final Duration every;

    Rechecks(Vertx vertx, Reception reception, GatewayConfig config) {
        this.vertx = vertx;
        this.reception = reception;
        this.every = config.events().recheck();
    }

    /** Runs until {@link Round#end}. */
    Round begin(Proof proof, Listener listener) {
        var round = new Round(proof, listener);
        round.next(every);
        return round;
    }

    /** The checks of one socket. Thread-safe. */
    final class Round {
        private final Proof proof;
        private final Listener listener;
        private long timer;
        private boolean ended;

        private Round(Proof proof, Listener listener) {
            this.proof = proof;
            this.listener = listener;
        }

        synchronized void end() {
            ended = true;
            vertx.cancelTimer(timer);
        }

        private synchronized void next(Duration pause) {
            if (!ended) {
                timer = vertx.setTimer(
                        Math.max(1, pause.toMillis()),
                        due -> Thread.ofVirtual().name("session-recheck").start(this::check));
            }
        }

        private void check() {
            if (proof instanceof Proof.Ticket) {
                listener.close(CloseCode.TOKEN_EXPIRED, CloseCode.TOKEN_EXPIRED.reason());
                return;
            }
            switch (reception.identify(proof)) {
                case Identity.Known(var visitor) when visitor.equals(listener.visitor()) -> next(every);
                case Identity.Known _, Identity.Refused _ -> listener.ended("expired");
                case Identity.Unknown() -> next(AGAIN);
            }
        }
    }
}
