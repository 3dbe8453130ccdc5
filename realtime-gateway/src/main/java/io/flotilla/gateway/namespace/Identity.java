package io.flotilla.gateway.namespace;

/** What looking at a client's credentials came to. */
public sealed interface Identity {
    record Known(Identified who) implements Identity {}

    record Refused(Reason reason) implements Identity {}

    /** Nobody can say now; the same question may be asked again soon. */
    record Unknown() implements Identity {}

    enum Reason {
        /** No credential at all, or one that counts for nothing here. */
        MISSING,
        /** A credential that opens nothing: forged, used up, of another kind. */
        INVALID,
        /** The user session behind it is over. */
        SESSION_OVER,
        /** This user has as many connections as one may. */
        TOO_MANY
    }
}
