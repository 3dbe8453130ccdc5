package io.flotilla.gateway.admission;

import io.flotilla.kit.identity.TokenKind;
import io.flotilla.kit.identity.TokenVerifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Wires the doorkeeper to the kit's verifier. */
@Singleton
final class AdmissionBeans {
    @Produces
    @Singleton
    ParticipantTokens participantTokens(TokenVerifier verifier) {
        return jwt -> verifier.verify(jwt, TokenKind.PARTICIPANT);
    }
}
