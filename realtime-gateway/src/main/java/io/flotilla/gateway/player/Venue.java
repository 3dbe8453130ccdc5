package io.flotilla.gateway.player;

import io.flotilla.gateway.control.InputRights;
import io.flotilla.gateway.media.Stages;
import io.flotilla.gateway.presence.PresenceRounds;
import jakarta.inject.Singleton;

/** What a connection takes part in. */
@Singleton
final class Venue {
    private final Stages stages;
    private final PresenceRounds presence;
    private final InputRights rights;

    Venue(Stages stages, PresenceRounds presence, InputRights rights) {
        this.stages = stages;
        this.presence = presence;
        this.rights = rights;
    }

    Stages stages() {
        return stages;
    }

    PresenceRounds presence() {
        return presence;
    }

    InputRights rights() {
        return rights;
    }
}
