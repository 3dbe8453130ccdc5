package io.flotilla.auth.exchange;

import io.flotilla.kit.problem.Unavailable;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/** All ways to be known that this installation has. */
@Singleton
public final class Authenticators {
    private final List<Authenticator> all;

    public Authenticators(@All List<Authenticator> all) {
        this.all = List.copyOf(all);
    }

    /** Asks the one that understands the credential; where none does, it is nobody's. */
    public Authentication authenticate(Credential credential) {
        try {
            for (var authenticator : all) {
                if (authenticator.understands(credential)) {
                    return authenticator.authenticate(credential);
                }
            }
            return new Authentication.Denied(Authentication.Reason.SESSION_REQUIRED);
        } catch (Unavailable e) {
            return new Authentication.Away(String.valueOf(e.getMessage()));
        }
    }
}
