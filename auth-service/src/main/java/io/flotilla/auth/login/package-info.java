/**
 * The routes by which people open accounts, sign in with a password, and sign out.
 */
@NullMarked
package io.flotilla.auth.login;

import org.jspecify.annotations.NullMarked;
