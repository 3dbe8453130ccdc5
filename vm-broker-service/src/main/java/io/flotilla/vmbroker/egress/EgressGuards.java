package io.flotilla.vmbroker.egress;

import io.flotilla.vmbroker.config.BrokerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens a guard for each VM. */
@ApplicationScoped
public class EgressGuards {
    private final Vertx vertx;
    private final EgressPolicy policy;
    private final Gatekeeper gatekeeper;
    private final Outbound outbound;
    private final EgressGuard.Limits limits;
    private final AgentAddress agent;

    @Inject
    public EgressGuards(
            Vertx vertx, BrokerConfig config, InstantSource clock, MeterRegistry meters, Instance<AgentAddress> agent) {
        this(
                vertx,
                new EgressPolicy(AllowList.of(config.egress().allow().orElse(List.of())), new OwnAddresses(clock)),
                new SystemNameResolver(),
                new LazyAgent(agent),
                new Settings(
                        config.egress(), refusal -> meters.counter("flotilla.egress.refused", "reason", refusal.name())
                                .increment()));
    }

    EgressGuards(Vertx vertx, EgressPolicy policy, NameResolver resolver, AgentAddress agent, Settings settings) {
        this.vertx = vertx;
        this.policy = policy;
        this.agent = agent;
        this.gatekeeper = new Gatekeeper(vertx, policy, resolver, agent);
        this.outbound = new Outbound(
                vertx, settings.config().connectTimeout(), settings.config().idleTimeout());
        this.limits = new EgressGuard.Limits(settings.config().connections(), settings.refusals());
    }

    /** The endpoint as far as there is one: without it, browsers bring no agent along. */
    private record LazyAgent(Instance<AgentAddress> bean) implements AgentAddress {
        @Override
        public int port() {
            return bean.isResolvable() ? bean.get().port() : 0;
        }
    }

    record Settings(BrokerConfig.Egress config, java.util.function.Consumer<Refusal> refusals) {}

    /** Listens when it returns; blocks its (virtual) thread for that moment. */
    public EgressGuard open(String vmId) {
        // The endpoint may start to listen when it is first asked, which no event loop should wait for.
        agent.port();
        try {
            return new EgressGuard(vmId, vertx, gatekeeper, outbound, limits)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("no egress guard could listen on 127.0.0.1", e);
        }
    }

    /** Why a VM may not be sent there, as far as it is known without asking a name server; null when it may. */
    public @Nullable Refusal refusalOf(String authority, int defaultPort) {
        var destination = Destination.parse(authority, defaultPort);
        if (destination.isEmpty()) {
            return Refusal.NOT_AN_ADDRESS;
        }
        return switch (policy.byName(destination.get())) {
            case EgressPolicy.ByName.Refused(var reason) -> reason;
            case EgressPolicy.ByName.ToAgent() -> Refusal.INSIDE;
            case EgressPolicy.ByName.Opened(), EgressPolicy.ByName.AskAddresses() -> null;
        };
    }

    @PreDestroy
    void close() {
        outbound.close();
    }
}
