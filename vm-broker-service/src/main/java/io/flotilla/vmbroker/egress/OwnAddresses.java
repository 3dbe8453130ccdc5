package io.flotilla.vmbroker.egress;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** This machine's own addresses, public ones too, read again every half minute: interfaces come and go. */
final class OwnAddresses implements Supplier<Set<InetAddress>> {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private record Reading(Set<InetAddress> addresses, Instant at) {}

    private final InstantSource clock;
    private volatile Reading newest = new Reading(Set.of(), Instant.MIN);

    OwnAddresses(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Set<InetAddress> get() {
        var now = clock.instant();
        var reading = newest;
        if (reading.at().isBefore(now.minus(FRESH))) {
            reading = new Reading(read(), now);
            newest = reading;
        }
        return reading.addresses();
    }

    private static Set<InetAddress> read() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            throw new IllegalStateException("the network interfaces cannot be listed", e);
        }
    }
}
