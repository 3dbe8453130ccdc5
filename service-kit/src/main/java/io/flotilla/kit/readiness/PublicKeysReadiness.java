package io.flotilla.kit.readiness;

import io.flotilla.kit.identity.PublicKeys;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without auth-service's public keys nobody can be let in. */
@Readiness
@Singleton
final class PublicKeysReadiness implements HealthCheck {
    private final PublicKeys keys;

    PublicKeysReadiness(PublicKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        var up = keys.available();
        var response = HealthCheckResponse.named("public keys").status(up);
        return (up ? response : response.withData("missing", "auth-service gives no public keys")).build();
    }
}
