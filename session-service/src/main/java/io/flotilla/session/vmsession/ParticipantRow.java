package io.flotilla.session.vmsession;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link Participant} as PostgreSQL holds it. */
@Embeddable
class ParticipantRow {
    String userId = "";
    String name = "";
    String role = "";
    String address = "";
    Instant joinedAt = Instant.EPOCH;

    @Nullable
    Instant leftAt;

    @Nullable
    String leftBecause;

    @Nullable
    Instant bannedAt;

    void take(Participant participant) {
        userId = participant.userId();
        name = participant.name();
        role = participant.role().wire();
        address = participant.address();
        joinedAt = participant.joinedAt();
        var departure = participant.departure();
        leftAt = departure == null ? null : departure.at();
        leftBecause = departure == null ? null : departure.way().wire();
        bannedAt = participant.bannedAt();
    }

    Participant toParticipant(String id) {
        return new Participant(id, userId, name, Role.ofWire(role), address, joinedAt, departure(), bannedAt);
    }

    private @Nullable Departure departure() {
        return leftAt == null ? null : new Departure(leftAt, Departure.Way.ofWire(String.valueOf(leftBecause)));
    }
}
