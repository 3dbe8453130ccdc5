package io.flotilla.auth.oidc;

import io.flotilla.auth.signin.OpenedSession;

/** What became of a return. */
sealed interface Arrival {
    record SignedIn(OpenedSession session, String returnTo) implements Arrival {}

    /** The page of signing in tells why. */
    record Failed(Why why) implements Arrival {}

    /** As the page's address carries it. */
    enum Why {
        PROVIDER_AWAY("provider-away"),
        /** Too late, twice, or in another browser. */
        EXPIRED("expired"),
        /** By the user, at the provider. */
        DENIED("denied"),
        /** The provider's word does not hold. */
        INVALID("invalid"),
        /** The account here is disabled. */
        REFUSED("refused");

        private final String wire;

        Why(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }
}
