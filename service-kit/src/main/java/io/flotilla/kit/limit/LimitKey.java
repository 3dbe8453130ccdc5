package io.flotilla.kit.limit;

import io.flotilla.kit.identity.Caller;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whose calls are counted together. */
final class LimitKey {
    private static final int NETWORK_BYTES = 8;

    private LimitKey() {}

    /** The user session, or the address of somebody without one. */
    static String of(Caller caller, String address) {
        return caller instanceof Caller.User user ? "s:" + user.sessionId() : ofAddress(address);
    }

    /** One household has 2^64 addresses of IPv6: they count as one. */
    static String ofAddress(String address) {
        var parsed = InetAddress.ofLiteral(address);
        if (parsed instanceof Inet6Address) {
            var network = Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES);
            return "a:" + HexFormat.ofDelimiter(":").formatHex(network) + "::";
        }
        return "a:" + address;
    }
}
