package io.flotilla.gateway.usersession;

import io.flotilla.gateway.protocol.CloseCode;

/** What looking at a {@link Proof} came to. */
sealed interface Identity {
    record Known(Visitor visitor) implements Identity {}

    record Refused(CloseCode code) implements Identity {}

    /** Nobody can say now. */
    record Unknown() implements Identity {}
}
