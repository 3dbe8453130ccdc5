package io.flotilla.session.broker;

import java.util.Map;

/**
 * A VM somebody wants.
 *
 * @param tag the VM session's id: the same tag always gives the same VM
 * @param onBehalfOf user id
 * @param wishes fields of {@code POST /v0/vm} as they go over the wire
 */
public record VmOrder(String tag, String onBehalfOf, Map<String, Object> wishes) {
    public VmOrder {
        wishes = Map.copyOf(wishes);
    }
}
