package io.flotilla.vmbroker.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses in any spelling a browser or C library understands: dotted, decimal, octal, hexadecimal, shortened ({@code 127.1}), IPv6
 * with or without brackets. Never asks a name server.
 */
final class NumericHost {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}", Pattern.CASE_INSENSITIVE);

    private NumericHost() {}

    static Optional<InetAddress> parse(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return bare.indexOf(':') >= 0 ? ipv6(bare) : ipv4(bare);
    }

    /** Whether the last label is a number, so that no name can be meant (the URL standard's rule). */
    static boolean endsInNumber(String host) {
        var label = host.substring(host.lastIndexOf('.') + 1);
        return !label.isEmpty() && (label.chars().allMatch(Character::isDigit) || part(label) >= 0);
    }

    private static Optional<InetAddress> ipv6(String text) {
        if (!IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName("[" + text + "]"));
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }

    /** As {@code inet_aton} does: up to four parts, the last one fills what is left. */
    private static Optional<InetAddress> ipv4(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            var value = part(parts[i]);
            var last = i == parts.length - 1;
            var bits = last ? 8 * (5 - parts.length) : 8;
            if (value < 0 || value >= 1L << bits) {
                return Optional.empty();
            }
            address = last ? (address << bits) | value : (address << 8) | value;
        }
        return Optional.of(address((int) address));
    }

    private static long part(String text) {
        try {
            if (text.isEmpty() || text.length() > 16 || !Character.isLetterOrDigit(text.charAt(0))) {
                return -1;
            }
            if (text.startsWith("0x") || text.startsWith("0X")) {
                return text.length() == 2 ? 0 : Long.parseLong(text.substring(2), 16);
            }
            return text.length() > 1 && text.startsWith("0") ? Long.parseLong(text, 8) : Long.parseLong(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static InetAddress address(int bits) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
