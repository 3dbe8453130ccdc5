package io.flotilla.kit.app;

import io.flotilla.kit.limit.LimitClass;
import io.flotilla.kit.limit.LimitRules;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The miniature's table. */
@Singleton
public class EchoLimits implements LimitRules {
    @Override
    public Optional<LimitClass> of(String method, String path) {
        return switch (method + " " + path) {
            case "POST /api/sign-in" -> Optional.of(LimitClass.SIGN_IN);
            case "POST /api/counted", "PUT /api/counted-on-the-event-loop" -> Optional.of(LimitClass.WRITES);
            case "GET /api/counted" -> Optional.of(LimitClass.INFO);
            case "GET /api/uncounted" -> Optional.of(LimitClass.CSRF);
            default -> Optional.empty();
        };
    }
}
