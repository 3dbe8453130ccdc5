/**
 * The schema of this service, migrated as soon as PostgreSQL is there.
 */
@NullMarked
package io.flotilla.auth.store;

import org.jspecify.annotations.NullMarked;
