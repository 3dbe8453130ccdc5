package io.flotilla.vmbroker.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names a test made up; a name with several answers gives them one after the other, as a rebinding name server would. */
public final class InMemoryNameResolver implements NameResolver {
    private final Map<String, Deque<List<InetAddress>>> answers = new ConcurrentHashMap<>();

    /** The next look-up of the name that has no earlier answer left gives these; the last answer stays. */
    public InMemoryNameResolver answer(String host, String... addresses) {
        var parsed = Arrays.stream(addresses)
                .map(address -> NumericHost.parse(address).orElseThrow())
                .toList();
        answers.computeIfAbsent(host, _ -> new ArrayDeque<>()).add(parsed);
        return this;
    }

    @Override
    public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
        var left = answers.get(host);
        if (left == null) {
            throw new UnknownHostException(host);
        }
        return left.size() > 1 ? left.remove() : left.element();
    }
}
