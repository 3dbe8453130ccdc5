package io.flotilla.kit.http;

import java.net.InetAddress;

/** A block of addresses, {@code 10.0.0.0/8} or {@code fd00::/8}; a bare address is a block of one. */
record Cidr(InetAddress network, int prefix) {
    Cidr {
        int bits = network.getAddress().length * 8;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("a prefix of " + network.getHostAddress() + " is 0 to " + bits);
        }
    }

    static Cidr parse(String text) {
        var trimmed = text.strip();
        int slash = trimmed.indexOf('/');
        var network = InetAddress.ofLiteral(slash < 0 ? trimmed : trimmed.substring(0, slash));
        int whole = network.getAddress().length * 8;
        return new Cidr(network, slash < 0 ? whole : Integer.parseInt(trimmed.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        var mine = network.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += 8) {
            int mask = prefix - bit >= 8 ? 0xff : 0xff << (8 - (prefix - bit));
            if (((mine[bit / 8] ^ other[bit / 8]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }
}
