/**
 * {@code Idempotency-Key}: a call repeated under the same key, one after another or at the same time, on any node, makes one VM session.
 * The record is in PostgreSQL, for it must outlive what is hot; it holds hashes of key and body and the id of the session, never an
 * answer, because answers carry tokens. Only granted calls are remembered: who was refused may try again under the same key.
 */
@NullMarked
package io.flotilla.session.idempotency;

import org.jspecify.annotations.NullMarked;
