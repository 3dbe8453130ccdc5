/**
 * Signing in with any OpenID provider: authorization code flow with PKCE, state and nonce (OpenID Connect Core section 3.1, RFC 7636,
 * RFC 9207). What is under way is kept once and bound to the browser that began; who comes back is known by issuer and subject alone.
 */
@NullMarked
package io.flotilla.auth.oidc;

import org.jspecify.annotations.NullMarked;
