package io.flotilla.vmbroker.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Names to addresses. Blocks its (virtual) thread; each call may answer differently, which is why nobody asks twice for one connection. */
public interface NameResolver {
    /** At least one address, best first. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
