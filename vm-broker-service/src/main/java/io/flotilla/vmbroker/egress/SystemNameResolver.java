package io.flotilla.vmbroker.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The machine's own resolver. IPv4 first: few machines that run browsers reach IPv6. */
final class SystemNameResolver implements NameResolver {
    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        return Stream.of(InetAddress.getAllByName(host))
                .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                .toList();
    }
}
