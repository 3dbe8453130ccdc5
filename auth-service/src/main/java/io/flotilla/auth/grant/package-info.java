/**
 * The token endpoint: whatever a client shows becomes an access token, for programs with a refresh token beside it. How a credential is
 * looked at is a matter of the authenticators; here is what a request offers, and what is given for it.
 */
@NullMarked
package io.flotilla.auth.grant;

import org.jspecify.annotations.NullMarked;
