package io.flotilla.session.visit;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.identity.CookieName;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.usersession.Expiry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Wires what this package decides by from configuration. */
@Singleton
final class VisitBeans {
    @Produces
    @Singleton
    Expiry expiry(SessionConfig config) {
        return new Expiry(config.session().idleTimeout(), config.session().lifetime());
    }

    @Produces
    @Singleton
    SessionCookie cookie(KitConfig kit, SessionConfig config) {
        return new SessionCookie(
                CookieName.of(kit), !kit.plainHttp(), config.session().lifetime());
    }
}
