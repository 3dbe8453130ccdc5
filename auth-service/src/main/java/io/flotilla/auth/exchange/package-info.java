/**
 * Credentials become users' tokens. An {@link io.flotilla.auth.exchange.Authenticator} says who is behind a credential; anonymous visitors
 * and all other user sessions are vouched for by session-service, which alone knows what a cookie means.
 */
@NullMarked
package io.flotilla.auth.exchange;

import org.jspecify.annotations.NullMarked;
