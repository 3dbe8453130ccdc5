package io.flotilla.auth.oidc;

/** A provider does not answer, or says what cannot be used. */
final class ProviderAway extends Exception {
    private static final long serialVersionUID = 1;

    ProviderAway(String message) {
        super(message);
    }

    ProviderAway(String message, Throwable cause) {
        super(message, cause);
    }
}
