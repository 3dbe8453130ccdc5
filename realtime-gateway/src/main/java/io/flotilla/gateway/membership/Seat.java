package io.flotilla.gateway.membership;

import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.Role;

/** One connected socket, as far as membership concerns it. Thread-safe; nothing blocks. */
public interface Seat {
    Claim claim();

    Role role();

    /** Tells the one who sits there, too. */
    void role(Role now);

    /** Idempotent. */
    void close(CloseCode code, String reason);

    /** By what right somebody sits there. */
    sealed interface Claim {
        record Participant(String participantId) implements Claim {}

        /** Somebody with a VM's embed token. */
        record Guest(String tokenSha256Hex) implements Claim {}
    }
}
