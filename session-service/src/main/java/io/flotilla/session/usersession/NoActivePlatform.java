package io.flotilla.session.usersession;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.Optional;

/** For an installation without platform connections, and for tests: nobody has chosen any. */
@Singleton
@DefaultBean
public final class NoActivePlatform implements ActivePlatform {
    @Override
    public Optional<Platform> of(String userId) {
        return Optional.empty();
    }
}
