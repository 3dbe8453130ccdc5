package io.flotilla.gateway.admission;

import io.flotilla.gateway.protocol.CloseCode;

/** The answer to somebody at the door. */
public sealed interface Admission {
    record Admitted(Pass pass) implements Admission {}

    record Refused(CloseCode code) implements Admission {}

    /** It cannot be known now; the same question may be asked again soon. */
    record Unknown() implements Admission {}
}
