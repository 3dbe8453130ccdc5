package io.flotilla.gateway.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.protocol.Act;

/** Whoever wants to know what happens to the VMs watched through this node. Each bean of this type is told. On a loop: must not block. */
public interface VmListener {
    /** The VM said something to all viewers; every node that watches it is told the same. */
    void said(String vmId, String type, JsonNode json);

    /** Somebody on this node navigated. */
    void navigated(String vmId, String participantId, Act.Navigate act);
}
