package io.flotilla.gateway.admission;

import io.flotilla.kit.identity.TokenCheck;
import io.flotilla.kit.identity.TokenClaims.ParticipantClaims;

/** Verifies participants' tokens. May block; never throws. */
@FunctionalInterface
interface ParticipantTokens {
    TokenCheck<ParticipantClaims> verify(String jwt);
}
