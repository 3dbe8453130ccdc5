package io.flotilla.kit.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses are public unicast (IANA special-purpose registries, RFC 6890); everything else is somebody's inside. Pure. */
public final class PublicAddresses {
    private static final List<Cidr> NOT_PUBLIC_V4 = cidrs(
            "0.0.0.0/8", // "this" network; Linux takes it for loopback
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local and cloud metadata
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16",
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved and broadcast

    private static final Cidr GLOBAL_V6 = Cidr.parse("2000::/3");

    /** Inside 2000::/3, and yet no public host, or one that carries an IPv4 address of anybody's choice. */
    private static final List<Cidr> NOT_PUBLIC_V6 = cidrs("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddresses() {}

    public static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_V4.stream().noneMatch(range -> range.contains(address));
        }
        return GLOBAL_V6.contains(address) && NOT_PUBLIC_V6.stream().noneMatch(range -> range.contains(address));
    }

    private static List<Cidr> cidrs(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }
}
