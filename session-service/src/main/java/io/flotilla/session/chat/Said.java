package io.flotilla.session.chat;

import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.VmSession;

/** A message, and whose it is: a visitor's become the account's that they sign in to. */
public record Said(ChatMessage message, String userId) {
    static Said in(VmSession session, ChatMessage message) {
        return new Said(
                message,
                session.stay(message.participantId()).map(Participant::userId).orElse(""));
    }
}
