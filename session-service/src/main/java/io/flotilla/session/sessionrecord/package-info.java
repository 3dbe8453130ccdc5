/**
 * The record of user sessions in PostgreSQL, ended ones included until they are swept, so that a copy of an old cookie is told why it opens
 * nothing. Every end goes through {@link io.flotilla.session.sessionrecord.EndSession}. Secrets are stored as hashes only.
 */
@NullMarked
package io.flotilla.session.sessionrecord;

import org.jspecify.annotations.NullMarked;
