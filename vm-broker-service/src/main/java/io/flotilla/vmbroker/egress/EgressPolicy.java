package io.flotilla.vmbroker.egress;

import io.flotilla.kit.http.PublicAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The rules, without a socket: first about what was asked for, then about each address it led to. An operator's allow-list comes first
 * in both; then ports; then addresses.
 */
public final class EgressPolicy {
    /** The one name that only the guard knows: this process' door for VM agents. */
    public static final Destination AGENT = new Destination("agent.flotilla.internal", 80);

    /** Services that take text for commands or hold data, and are no websites; below 1024 only 80 and 443 are. */
    private static final Set<Integer> NO_WEBSITE = Set.of(
            1433, 1521, 1723, 2049, 2375, 2376, 2379, 2380, 3306, 3389, 5432, 5900, 5901, 6000, 6379, 6443, 6660, 6665,
            6666, 6667, 6668, 6669, 6697, 9042, 9200, 9300, 10250, 11211, 27017);

    private final AllowList allowed;
    private final Supplier<Set<InetAddress>> ownAddresses;

    public EgressPolicy(AllowList allowed, Supplier<Set<InetAddress>> ownAddresses) {
        this.allowed = allowed;
        this.ownAddresses = ownAddresses;
    }

    /** What is known before any name is resolved. */
    public sealed interface ByName {
        record Refused(Refusal reason) implements ByName {}

        /** To this process' agent endpoint. */
        record ToAgent() implements ByName {}

        /** Open, wherever the name leads. */
        record Opened() implements ByName {}

        /** Depends on the addresses. */
        record AskAddresses() implements ByName {}
    }

    public ByName byName(Destination destination) {
        if (destination.equals(AGENT)) {
            return new ByName.ToAgent();
        }
        if (allowed.opensName(destination)) {
            return new ByName.Opened();
        }
        var literal = NumericHost.parse(destination.host());
        if (literal.isPresent()) {
            return byAddress(literal.get(), destination.port())
                    .<ByName>map(ByName.Refused::new)
                    .orElseGet(ByName.AskAddresses::new);
        }
        if (NumericHost.endsInNumber(destination.host()) || destination.host().indexOf(':') >= 0) {
            return new ByName.Refused(Refusal.NOT_AN_ADDRESS);
        }
        return new ByName.AskAddresses();
    }

    /** Empty: go there. Asked for each address that is about to be connected to, never for a name. */
    public Optional<Refusal> byAddress(InetAddress address, int port) {
        if (allowed.opensAddress(address, port)) {
            return Optional.empty();
        }
        if (!isWebPort(port)) {
            return Optional.of(Refusal.PORT);
        }
        return PublicAddresses.isPublic(address) && !ownAddresses.get().contains(address)
                ? Optional.empty()
                : Optional.of(Refusal.INSIDE);
    }

    /** Those of a name's addresses that may be connected to. */
    List<InetAddress> admitted(List<InetAddress> addresses, int port) {
        return addresses.stream().filter(a -> byAddress(a, port).isEmpty()).toList();
    }

    private static boolean isWebPort(int port) {
        return port == 80 || port == 443 || (port >= 1024 && !NO_WEBSITE.contains(port));
    }
}
