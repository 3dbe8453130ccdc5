package io.flotilla.vmbroker.egress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Carries a question through {@link EgressPolicy} and the resolver; the answer holds addresses that were checked, never names. */
final class Gatekeeper {
    private static final int LOOKUPS_AT_ONCE = 64;
    private static final int ADDRESSES_TRIED = 3;
    private static final long LOOKUP_SECONDS = 8;

    /** What became of a wish to go somewhere. */
    sealed interface Admission {
        /** To one of these, in this order. */
        record Through(List<SocketAddress> addresses) implements Admission {}

        /** To this process' agent endpoint; such a tunnel may be silent for as long as it likes. */
        record ToAgent(SocketAddress address) implements Admission {}

        record Refused(Refusal reason) implements Admission {}
    }

    private final Vertx vertx;
    private final EgressPolicy policy;
    private final NameResolver resolver;
    private final AgentAddress agent;
    private final Semaphore lookups = new Semaphore(LOOKUPS_AT_ONCE);

    Gatekeeper(Vertx vertx, EgressPolicy policy, NameResolver resolver, AgentAddress agent) {
        this.vertx = vertx;
        this.policy = policy;
        this.resolver = resolver;
        this.agent = agent;
    }

    /** Completes on the caller's context; never fails. */
    Future<Admission> admit(Destination destination) {
        return switch (policy.byName(destination)) {
            case EgressPolicy.ByName.Refused(var reason) -> refused(reason);
            case EgressPolicy.ByName.ToAgent() ->
                Future.succeededFuture(
                        new Admission.ToAgent(SocketAddress.inetSocketAddress(agent.port(), "127.0.0.1")));
            case EgressPolicy.ByName.Opened() -> resolved(destination, true);
            case EgressPolicy.ByName.AskAddresses() -> resolved(destination, false);
        };
    }

    private Future<Admission> resolved(Destination destination, boolean anyAddress) {
        var context = vertx.getOrCreateContext();
        var promise = io.vertx.core.Promise.<Admission>promise();
        Thread.startVirtualThread(() -> {
            var admission = lookUp(destination, anyAddress);
            context.runOnContext(_ -> promise.tryComplete(admission));
        });
        var deadline = vertx.setTimer(
                TimeUnit.SECONDS.toMillis(LOOKUP_SECONDS),
                _ -> promise.tryComplete(new Admission.Refused(Refusal.NOT_FOUND)));
        return promise.future().onComplete(_ -> vertx.cancelTimer(deadline));
    }

    private Admission lookUp(Destination destination, boolean anyAddress) {
        if (!lookups.tryAcquire()) {
            return new Admission.Refused(Refusal.BUSY);
        }
        try {
            var literal = NumericHost.parse(destination.host());
            var addresses = literal.isPresent() ? List.of(literal.get()) : resolver.resolve(destination.host());
            var admitted = anyAddress ? addresses : policy.admitted(addresses, destination.port());
            if (admitted.isEmpty()) {
                return new Admission.Refused(policy.byAddress(addresses.getFirst(), destination.port())
                        .orElse(Refusal.INSIDE));
            }
            return new Admission.Through(admitted.stream()
                    .limit(ADDRESSES_TRIED)
                    .map(address -> socketAddress(address, destination.port()))
                    .toList());
        } catch (UnknownHostException _) {
            return new Admission.Refused(Refusal.NOT_FOUND);
        } finally {
            lookups.release();
        }
    }

    private static SocketAddress socketAddress(InetAddress address, int port) {
        return SocketAddress.inetSocketAddress(port, address.getHostAddress());
    }

    private static Future<Admission> refused(Refusal reason) {
        return Future.succeededFuture(new Admission.Refused(reason));
    }
}
