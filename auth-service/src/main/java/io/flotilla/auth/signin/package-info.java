/**
 * A user session for somebody who proved who they are, by whatever method: {@link io.flotilla.auth.signin.SignIn}. session-service keeps
 * the sessions; the routes that ask for one are elsewhere.
 */
@NullMarked
package io.flotilla.auth.signin;

import org.jspecify.annotations.NullMarked;
