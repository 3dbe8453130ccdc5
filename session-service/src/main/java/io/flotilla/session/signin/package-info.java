/**
 * What auth-service asks: to open a session for somebody who proved who they are, to vouch for one, to end some ({@code
 * contracts/internal-rest.md}). A change of identity always gives a new secret and a new handle, and the browser's old session is dead at
 * once; what a visitor started goes along. Nobody but auth-service may call.
 */
@NullMarked
package io.flotilla.session.signin;

import org.jspecify.annotations.NullMarked;
