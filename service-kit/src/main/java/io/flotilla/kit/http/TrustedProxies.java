package io.flotilla.kit.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose {@code X-Forwarded-*} headers count. Immutable; pure. */
public final class TrustedProxies {
    private final List<Cidr> blocks;

    private TrustedProxies(List<Cidr> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /** Blocks like {@code 127.0.0.1/32}; throws {@link IllegalArgumentException} naming what is none. */
    public static TrustedProxies of(List<String> cidrs) {
        var blocks = new ArrayList<Cidr>();
        for (var cidr : cidrs) {
            try {
                blocks.add(Cidr.parse(cidr));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("trusted-proxies: not an address block: " + cidr, e);
            }
        }
        return new TrustedProxies(blocks);
    }

    public boolean trusts(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    /**
     * The client behind {@code peer}: from the right of {@code X-Forwarded-For}, the first address that is no trusted proxy. What is not
     * an address ends the walk at the proxy that let it pass.
     */
    public InetAddress clientBehind(InetAddress peer, List<String> forwardedFor) {
        var hops = forwardedFor.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .toList();
        var client = peer;
        for (int i = hops.size() - 1; i >= 0 && trusts(client); i--) {
            var next = literal(hops.get(i));
            if (next == null) {
                return client;
            }
            client = next;
        }
        return client;
    }

    /** An address without name service: {@code 1.2.3.4}, {@code 1.2.3.4:80}, {@code ::1}, {@code [::1]:80}; else null. */
    static @Nullable InetAddress literal(String text) {
        var bare = text.strip();
        if (bare.startsWith("[")) {
            int end = bare.indexOf(']');
            bare = end < 0 ? "" : bare.substring(1, end);
        } else if (bare.indexOf(':') > 0 && bare.indexOf(':') == bare.lastIndexOf(':')) {
            bare = bare.substring(0, bare.indexOf(':'));
        }
        try {
            return bare.isEmpty() || bare.indexOf('%') >= 0 ? null : InetAddress.ofLiteral(bare);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
