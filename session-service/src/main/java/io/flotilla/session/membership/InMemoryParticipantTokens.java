package io.flotilla.session.membership;

import io.flotilla.kit.secret.Secret;
import java.util.Optional;

/** Tokens that nobody can verify: for tests. */
public final class InMemoryParticipantTokens implements ParticipantTokens {
    private volatile boolean away;

    public void goAway(boolean gone) {
        away = gone;
    }

    @Override
    public Optional<Secret> issue(Subject subject) {
        return away ? Optional.empty() : Optional.of(Secret.of("token-of-" + subject.participantId()));
    }
}
