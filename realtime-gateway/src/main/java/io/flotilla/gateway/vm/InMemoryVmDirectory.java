package io.flotilla.gateway.vm;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A directory without Redis, for tests. */
public final class InMemoryVmDirectory implements VmDirectory {
    private final Map<String, VmPlace> places = new ConcurrentHashMap<>();
    private final Map<String, String> embeds = new ConcurrentHashMap<>();

    public void put(String vmId, VmPlace place) {
        places.put(vmId, place);
    }

    public void embed(String tokenSha256Hex, String vmId) {
        embeds.put(tokenSha256Hex, vmId);
    }

    @Override
    public Optional<VmPlace> find(String vmId) {
        return Optional.ofNullable(places.get(vmId));
    }

    @Override
    public Optional<String> embeddedVm(String tokenSha256Hex) {
        return Optional.ofNullable(embeds.get(tokenSha256Hex));
    }
}
