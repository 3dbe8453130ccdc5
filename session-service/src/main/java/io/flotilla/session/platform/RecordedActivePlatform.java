package io.flotilla.session.platform;

import io.flotilla.session.usersession.ActivePlatform;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The active platform, from the record. */
@ApplicationScoped
public class RecordedActivePlatform implements ActivePlatform {
    private final Platforms platforms;

    public RecordedActivePlatform(Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public Optional<Platform> of(String userId) {
        return active(platforms.of(userId));
    }

    static Optional<Platform> active(UserPlatforms theirs) {
        return theirs.active()
                .map(one -> new Platform(
                        one.id(), one.name(), one.type().wire(), one.instanceUrl(), theirs.isDefault(one)));
    }
}
