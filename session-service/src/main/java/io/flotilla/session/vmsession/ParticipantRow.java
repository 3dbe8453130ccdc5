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

    void take(Participant participant) {
        userId = participant.userId();
        name = participant.name();
        role = participant.role().wire();
        address = participant.address();
        joinedAt = participant.joinedAt();
        leftAt = participant.leftAt();
    }

    Participant toParticipant(String id) {
        return new Participant(id, userId, name, Role.ofWire(role), address, joinedAt, leftAt);
    }
}
