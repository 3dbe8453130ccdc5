/**
 * What users do with their study sessions. Commands come from the gateway on behalf of a user, change the record, and only then are told
 * ({@link io.flotilla.session.studynews}). Refusals are data, with the words clients know. Deliberately absent: seconds that tick, which
 * are the gateway's.
 */
@NullMarked
package io.flotilla.session.study;

import org.jspecify.annotations.NullMarked;
