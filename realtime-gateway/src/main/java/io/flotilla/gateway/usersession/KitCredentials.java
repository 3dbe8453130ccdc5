package io.flotilla.gateway.usersession;

import io.flotilla.kit.identity.CallerCheck;
import io.flotilla.kit.identity.Callers;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** {@link Credentials} by what all services share. */
@Singleton
final class KitCredentials implements Credentials {
    private final Callers callers;

    KitCredentials(Callers callers) {
        this.callers = callers;
    }

    @Override
    public CallerCheck byCookie(Secret cookie, @Nullable String userAgent) {
        return callers.byCookie(cookie, userAgent);
    }

    @Override
    public CallerCheck byTicket(Secret ticket) {
        return callers.byTicket(ticket);
    }
}
