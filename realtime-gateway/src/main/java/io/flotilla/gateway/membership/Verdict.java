package io.flotilla.gateway.membership;

import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.Role;
import java.util.Map;
import java.util.Optional;

/** What becomes of a seat; decided without I/O. */
sealed interface Verdict {
    record Stays() implements Verdict {}

    record Becomes(Role role) implements Verdict {}

    record Goes(CloseCode code, String reason) implements Verdict {
        Goes(CloseCode code) {
            this(code, code.reason());
        }
    }

    /** By the list alone: somebody who is not on it has left. */
    static Verdict byList(Seat.Claim.Participant claim, Role role, Map<String, Member> members) {
        var member = members.get(claim.participantId());
        if (member == null) {
            return new Goes(CloseCode.LEFT);
        }
        return member.role() == role ? new Stays() : new Becomes(member.role());
    }

    /** By the word of session-service; empty when the list has to be looked at. */
    static Optional<Verdict> byWord(MembershipChange change, Seat.Claim claim) {
        var everyone = change.participantId().isEmpty();
        if (change.reason().equals("ended") && everyone) {
            return Optional.of(new Goes(CloseCode.ENDED));
        }
        var meant = claim instanceof Seat.Claim.Participant(var id)
                && (everyone || change.participantId().get().equals(id));
        if (!meant) {
            return Optional.of(new Stays());
        }
        return switch (change.reason()) {
            case "left" -> Optional.of(new Goes(CloseCode.LEFT));
            case "kicked" -> Optional.of(new Goes(CloseCode.KICKED));
            case "banned" -> Optional.of(new Goes(CloseCode.BANNED));
            case "ended" -> Optional.of(new Goes(CloseCode.ENDED));
            case "unshared" -> everyone ? Optional.empty() : Optional.of(new Goes(CloseCode.KICKED, "unshared"));
            default -> Optional.empty();
        };
    }
}
