package io.flotilla.gateway.presence;

import io.flotilla.gateway.protocol.GatewayMessages.Person;
import java.util.List;

/** Whoever wants to know when the people of a VM change. Each bean of this type is told. */
public interface PresenceListener {
    /** Who is connected to that VM over all nodes, as far as this node has somebody there. On presence's own thread; returns soon. */
    void people(String vmId, List<Person> people);
}
