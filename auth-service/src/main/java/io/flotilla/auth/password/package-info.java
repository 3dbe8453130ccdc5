/**
 * Passwords: what makes a good one, how they are hashed (Argon2id, RFC 9106), and whether one is right. Who asks too often is decided in
 * {@code guess}.
 */
@NullMarked
package io.flotilla.auth.password;

import org.jspecify.annotations.NullMarked;
