package io.flotilla.auth.guess;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where somebody is, as far as an address tells; pure. One household has 2^64 addresses of IPv6: they are one place. */
final class Place {
    private static final int NETWORK_BYTES = 8;

    private Place() {}

    static String of(String address) {
        var parsed = InetAddress.ofLiteral(address);
        return parsed instanceof Inet6Address
                ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "::"
                : parsed.getHostAddress();
    }
}
