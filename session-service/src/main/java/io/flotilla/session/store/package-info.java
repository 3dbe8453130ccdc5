/**
 * Brings the schema {@code session} up to date as soon as PostgreSQL can be reached, so that this service starts without it and says in its
 * readiness what it waits for. What is in the tables is each feature's own.
 */
@NullMarked
package io.flotilla.session.store;

import org.jspecify.annotations.NullMarked;
