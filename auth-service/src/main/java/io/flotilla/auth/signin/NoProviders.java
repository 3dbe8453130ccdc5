package io.flotilla.auth.signin;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.List;

/** For an installation that asks nobody else. */
@Singleton
@DefaultBean
final class NoProviders implements SignInProviders {
    @Override
    public List<Provider> providers() {
        return List.of();
    }
}
