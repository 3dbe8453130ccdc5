package io.flotilla.session.membership;

import io.flotilla.session.vmsession.Participant;
import java.time.Instant;

/** One participant as the gateway sees it. */
public record Member(String participantId, String userId, String role, String name, Instant joinedAt) {
    static Member of(Participant stay) {
        return new Member(stay.id(), stay.userId(), stay.role().wire(), stay.name(), stay.joinedAt());
    }
}
