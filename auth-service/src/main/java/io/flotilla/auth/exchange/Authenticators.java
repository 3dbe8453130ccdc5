package io.flotilla.auth.exchange;

import io.flotilla.auth.exchange.Authentication.Reason;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.problem.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** All ways to be known that this installation has switched on. */
@Singleton
public final class Authenticators {
    private final List<Authenticator> all;
    private final MeterRegistry meters;

    public Authenticators(@All List<Authenticator> all, KitConfig config, MeterRegistry meters) {
        var on = config.authenticators();
        this.all = all.stream()
                .filter(one -> one.name().isEmpty() || on.contains(one.name()))
                .toList();
        this.meters = meters;
    }

    /** Asks the one that understands the credential; where none does, it is nobody's. */
    public Authentication authenticate(Credential credential) {
        var time = Timer.start(meters);
        var result = ask(credential);
        time.stop(meters.timer("flotilla.authentication", "credential", kind(credential), "result", kind(result)));
        return result;
    }

    private Authentication ask(Credential credential) {
        try {
            for (var authenticator : all) {
                if (authenticator.understands(credential)) {
                    return authenticator.authenticate(credential);
                }
            }
            return new Authentication.Denied(
                    switch (credential) {
                        case Credential.Cookie _, Credential.ApiKey _ -> Reason.SESSION_REQUIRED;
                        case Credential.Password _, Credential.Assertion _, Credential.Custom _ ->
                            Reason.INVALID_CREDENTIALS;
                    });
        } catch (Unavailable e) {
            return new Authentication.Away(String.valueOf(e.getMessage()));
        }
    }

    private static String kind(Object one) {
        return one.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
