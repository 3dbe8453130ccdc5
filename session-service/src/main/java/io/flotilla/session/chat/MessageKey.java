package io.flotilla.session.chat;

import jakarta.persistence.Embeddable;

/** A message's place. */
@Embeddable
record MessageKey(String sessionId, long number) {}
