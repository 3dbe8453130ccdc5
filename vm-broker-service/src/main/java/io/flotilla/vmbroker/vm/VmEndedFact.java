package io.flotilla.vmbroker.vm;

import io.vertx.core.json.JsonObject;

/** The fact {@code vm.ended} as {@code contracts/redis-keys.md} has it. */
public final class VmEndedFact {
    public static final String STREAM = "events:vm";

    private VmEndedFact() {}

    public static String of(Vm vm, VmState.Ended end) {
        return new JsonObject()
                .put("type", "vm.ended")
                .put("vmId", vm.id())
                .put("tag", vm.tag())
                .put("reason", end.reason().wire())
                .put("at", end.at().toEpochMilli())
                .encode();
    }
}
