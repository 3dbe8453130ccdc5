package io.flotilla.vmbroker.egress;

import java.net.InetAddress;

/** A range of addresses of one family. */
record Cidr(InetAddress network, int bits) {
    /** Reads {@code 10.0.0.0/8}; only for literals in code. */
    static Cidr of(String text) {
        var slash = text.indexOf('/');
        var network = NumericHost.parse(text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("not a network: " + text));
        return new Cidr(network, Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        var left = network.getAddress();
        var right = address.getAddress();
        if (left.length != right.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % 8);
            if ((left[bit / 8] & mask) != (right[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
