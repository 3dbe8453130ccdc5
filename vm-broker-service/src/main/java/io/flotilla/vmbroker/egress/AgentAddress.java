package io.flotilla.vmbroker.egress;

/** Where this process listens for VM agents on loopback; the guard tunnels {@code agent.flotilla.internal:80} there. */
public interface AgentAddress {
    /** The port on 127.0.0.1; fixed once anybody may ask. */
    int port();
}
