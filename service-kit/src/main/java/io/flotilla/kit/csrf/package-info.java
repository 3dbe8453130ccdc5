/**
 * Keeps other sites from acting with a visitor's cookie. State-changing calls under {@code /api} that no bearer token authenticates need
 * the session's CSRF token, unless their route says {@link io.flotilla.kit.csrf.SameOrigin} or {@link io.flotilla.kit.csrf.NoCsrf}.
 */
@NullMarked
package io.flotilla.kit.csrf;

import org.jspecify.annotations.NullMarked;
