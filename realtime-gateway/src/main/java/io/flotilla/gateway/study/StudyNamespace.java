package io.flotilla.gateway.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.namespace.Identification;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.Identity;
import io.flotilla.gateway.namespace.Lives;
import io.flotilla.gateway.namespace.NamedNamespace;
import io.flotilla.gateway.namespace.Refusals;
import io.flotilla.gateway.studydesk.StudyDesk;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.socket.Socket;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code /study-sessions}. Everybody is let in, for its clients know no {@code connect_error}: whoever is nobody is told so by an event
 * and sent away.
 */
@Singleton
final class StudyNamespace implements NamedNamespace {
    static final String PATH = StudyDesk.NAMESPACE;

    private static final Logger LOG = Logger.getLogger(StudyNamespace.class);

    private final Identification identification;
    private final Lives lives;
    private final StudyRecord record;
    private final StudyRounds rounds;

    StudyNamespace(Identification identification, Lives lives, StudyRecord record, StudyRounds rounds) {
        this.identification = identification;
        this.lives = lives;
        this.record = record;
        this.rounds = rounds;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Future<Entry> enter(Socket socket, JsonNode auth) {
        return identification.identify(socket.handshake(), auth).compose(identity -> switch (identity) {
            case Identity.Known(Identified who) -> arrive(socket, who);
            case Identity.Refused(Identity.Reason reason)
            when reason == Identity.Reason.TOO_MANY -> Future.succeededFuture(Refusals.of(reason));
            case Identity.Refused(Identity.Reason reason) ->
                Future.succeededFuture(accepted(socket, new Stranger(socket, StudyErrors.of(reason))));
            case Identity.Unknown() -> Future.succeededFuture(Refusals.unknown());
        });
    }

    private Future<Entry> arrive(Socket socket, Identified who) {
        Promise<Entry> entry = Promise.promise();
        Thread.ofVirtual().name("study-arrival").start(() -> {
            var arrival = asked(who);
            var commands = new StudyCommands(record, rounds, socket.context());
            var student = new Student(socket, who, arrival, lives, rounds, commands);
            socket.context().runOnContext(_ -> entry.complete(accepted(socket, student)));
        });
        return entry.future();
    }

    /** Null when nobody can say: that keeps no one out. */
    private StudyRecord.@Nullable Arrival asked(Identified who) {
        try {
            return record.arrive(who.userId(), who.sessionId());
        } catch (Unavailable e) {
            LOG.debug("it is not known what somebody who arrived studies", e);
            return null;
        } catch (RuntimeException e) {
            LOG.warn("it is not known what somebody who arrived studies", e);
            return null;
        }
    }

    private static Entry accepted(Socket socket, Listener listener) {
        return new Entry.Accepted(listener, socket.id(), null);
    }
}
