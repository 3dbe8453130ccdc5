package io.flotilla.auth.oidc;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A sign-in under way, kept under its state.
 *
 * @param verifier PKCE's, in the clear: it is worth nothing without the code
 * @param browser SHA-256 of what the browser keeps in a cookie
 */
@RegisterForReflection
record PendingSignIn(String provider, String nonce, String verifier, String browser, String returnTo) {}
