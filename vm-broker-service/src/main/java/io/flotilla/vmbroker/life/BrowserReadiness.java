package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.config.BrokerConfig;
import io.flotilla.vmbroker.pool.BrowserStarter;
import io.flotilla.vmbroker.pool.WarmPool;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once what an earlier process left is cleaned up and a browser came up, if one is to wait in the pool at all; the reason, fit for
 * an operator, when not.
 */
@Readiness
@ApplicationScoped
public class BrowserReadiness implements HealthCheck {
    private final Opening opening;
    private final BrowserStarter starter;
    private final WarmPool pool;
    private final LiveVms vms;
    private final boolean coldOnly;

    public BrowserReadiness(Opening opening, BrowserStarter starter, WarmPool pool, LiveVms vms, BrokerConfig config) {
        this.opening = opening;
        this.starter = starter;
        this.pool = pool;
        this.vms = vms;
        this.coldOnly = config.broker().pool().size() == 0;
    }

    @Override
    public HealthCheckResponse call() {
        var failure = starter.lastFailure();
        var missing = !opening.isOpen() ? "waiting for PostgreSQL, or cleaning up" : failure != null ? failure : "";
        var starts = coldOnly || starter.everStarted() || pool.ready() > 0;
        return HealthCheckResponse.named("browsers")
                .status(missing.isEmpty() && starts)
                .withData("missing", missing.isEmpty() && !starts ? "no browser came up yet" : missing)
                .withData("pooled", pool.ready())
                .withData("running", vms.count())
                .build();
    }
}
