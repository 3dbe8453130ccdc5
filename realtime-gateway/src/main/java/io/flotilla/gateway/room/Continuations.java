package io.flotilla.gateway.room;

import io.flotilla.gateway.recovery.Recoveries;
import io.flotilla.gateway.recovery.Remembered;
import io.flotilla.gateway.roomlog.Position;
import io.flotilla.gateway.roomlog.RoomLog;
import io.flotilla.gateway.roomlog.Tail;
import io.flotilla.kit.problem.Unavailable;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Decides whether a socket may be continued: by the same user, who still takes part, with nothing lost. Thread-safe. */
@Singleton
final class Continuations {
    private static final Logger LOG = Logger.getLogger(Continuations.class);

    private final Recoveries recoveries;
    private final Participants participants;
    private final RoomLog log;

    Continuations(Recoveries recoveries, Participants participants, RoomLog log) {
        this.recoveries = recoveries;
        this.participants = participants;
        this.log = log;
    }

    /** @param socketId of the socket that goes on */
    record Found(String socketId, RoomSocket.Recovering.Continued from) {}

    /** Blocks. Empty when it is a fresh socket, for whatever reason. What was remembered is used up. */
    Optional<Found> find(String privateId, String offset, String userId) {
        try {
            return recoveries
                    .take(privateId)
                    .filter(socket -> socket.userId().equals(userId))
                    .flatMap(socket -> promise(socket, offset));
        } catch (Unavailable e) {
            LOG.debugf("A socket cannot be continued now: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Found> promise(Remembered socket, String offset) {
        var from = Position.of(offset).map(socket::resumeFrom).orElse(socket.position());
        var inside = participants.find(socket.room(), socket.userId()) instanceof Participants.Standing.Inside;
        return inside && log.since(socket.room(), from) instanceof Tail.Whole
                ? Optional.of(new Found(socket.socketId(), new RoomSocket.Recovering.Continued(socket.room(), from)))
                : Optional.empty();
    }

    RoomSocket.Recovering fresh(String privateId, String socketId, String userId) {
        return new Keeping(privateId, socketId, userId, Optional.empty());
    }

    RoomSocket.Recovering going(String privateId, Found found, String userId) {
        return new Keeping(privateId, found.socketId(), userId, Optional.of(found.from()));
    }

    private final class Keeping implements RoomSocket.Recovering {
        private final String privateId;
        private final String socketId;
        private final String userId;
        private final Optional<Continued> continued;

        Keeping(String privateId, String socketId, String userId, Optional<Continued> continued) {
            this.privateId = privateId;
            this.socketId = socketId;
            this.userId = userId;
            this.continued = continued;
        }

        @Override
        public Optional<Continued> continued() {
            return continued;
        }

        @Override
        public void keep(String room, Position position) {
            quietly(() -> recoveries.keep(privateId, new Remembered(socketId, userId, room, position)));
        }

        @Override
        public void cut() {
            quietly(() -> recoveries.cut(privateId));
        }

        @Override
        public void drop() {
            quietly(() -> recoveries.forget(privateId));
        }

        private void quietly(Runnable task) {
            try {
                task.run();
            } catch (Unavailable e) {
                // Who can't be continued joins again.
                LOG.debugf("A socket is not remembered: %s", e.getMessage());
            }
        }
    }
}
