/**
 * The keys that sign: made at the first start, sealed in PostgreSQL, shared by all replicas, rotated with overlap. Everybody may have the
 * public halves ({@code /.well-known/jwks.json}); the private ones never leave this package but for signing.
 */
@NullMarked
package io.flotilla.auth.key;

import org.jspecify.annotations.NullMarked;
