package io.flotilla.gateway.entrance;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.namespace.Identification;
import io.flotilla.gateway.namespace.Identity;
import io.flotilla.gateway.namespace.Identity.Reason;
import io.flotilla.gateway.socket.Origins;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.identity.CookieName;
import io.flotilla.socket.Handshake;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Looks at credentials on virtual threads, so many at a time: when thousands come back at once, auth-service is asked by a few, and who
 * would wait too long is asked to come again.
 */
@Singleton
final class Receptionist implements Identification {
    private static final Logger LOG = Logger.getLogger(Receptionist.class);

    private final Connections connections;
    private final Credentials credentials;
    private final CredentialReader reader;
    private final Turnstile turnstile;
    private final int perUser;
    private final Vertx vertx;
    private final InstantSource clock;

    Receptionist(
            Connections connections,
            Credentials credentials,
            Vertx vertx,
            InstantSource clock,
            EntranceMetrics metrics,
            GatewayConfig config,
            KitConfig kit) {
        this.connections = connections;
        this.credentials = credentials;
        this.vertx = vertx;
        this.clock = clock;
        this.perUser = config.sockets().perUser();
        this.reader = new CredentialReader(
                Origins.of(config.allowedOrigins(), kit.publicUrl()),
                CookieName.of(kit),
                config.sockets().queryToken());
        this.turnstile =
                new Turnstile(config.sockets().checksAtOnce(), config.sockets().checkWait());
        metrics.watch(turnstile);
    }

    @Override
    public Future<Identity> identify(Handshake handshake, JsonNode auth) {
        var connection = connections.of(handshake);
        if (connection.isEmpty() || !connection.get().mayAsk(clock.millis())) {
            return Future.succeededFuture(new Identity.Unknown());
        }
        var credential = reader.read(handshake, auth);
        Promise<Identity> answer = Promise.promise();
        var context = vertx.getOrCreateContext();
        Thread.ofVirtual().name("reception").start(() -> {
            var identity = admitted(connection.get(), credential);
            context.runOnContext(nothing -> answer.complete(identity));
        });
        return answer.future();
    }

    /** Whether a credential still opens what it did; blocks. */
    Identity again(Credential credential) {
        try {
            return turnstile.pass(() -> credentials.look(credential)).orElseGet(Identity.Unknown::new);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Nobody could say who somebody is");
            return new Identity.Unknown();
        }
    }

    private Identity admitted(Connection connection, Credential credential) {
        var identity = credential instanceof Credential.Ticket(var ticket)
                ? connection.once(ticket, () -> again(credential))
                : again(credential);
        return identity instanceof Identity.Known(var who) && !connection.countFor(who.userId(), perUser)
                ? new Identity.Refused(Reason.TOO_MANY)
                : identity;
    }
}
