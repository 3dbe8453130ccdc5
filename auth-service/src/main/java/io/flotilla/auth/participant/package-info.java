/**
 * Tokens for the participants of a VM session, which session-service asks for; identity only, membership is read elsewhere.
 */
@NullMarked
package io.flotilla.auth.participant;

import org.jspecify.annotations.NullMarked;
