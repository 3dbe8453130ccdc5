package io.flotilla.session.sharing;

import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.usersession.ActivePlatform;
import io.flotilla.session.usersession.ActivePlatform.Platform;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides on which platform a VM starts: the one asked for, else the creator's active one, else this installation's own machines. */
@ApplicationScoped
public class StartingPlace {
    private static final String OWN_MACHINES = "chromium";

    /** @param connectionId the creator's connection to it; null when they have none */
    record Place(String platform, @Nullable String connectionId) {}

    private final ActivePlatform active;
    private final SessionConfig.Session config;

    public StartingPlace(ActivePlatform active, SessionConfig config) {
        this.active = active;
        this.config = config.session();
    }

    /** Refused for a platform on which this installation starts nothing. */
    Outcome<Place> of(String userId, @Nullable String wished) {
        var place = place(active.of(userId), wished);
        return config.platforms().contains(place.platform())
                ? Outcome.done(place)
                : Outcome.refused(new Refusal.PlatformMissing(place.platform()));
    }

    private static Place place(Optional<Platform> active, @Nullable String wished) {
        var platform = wished == null ? active.map(Platform::platformType).orElse(OWN_MACHINES) : wished;
        var connection = active.filter(one -> one.platformType().equals(platform));
        return new Place(platform, connection.map(Platform::id).orElse(null));
    }
}
