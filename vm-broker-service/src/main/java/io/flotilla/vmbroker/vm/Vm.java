package io.flotilla.vmbroker.vm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A VM in the record.
 *
 * @param owner {@code service:<name>}, {@code tenant:<id>} or {@code user:<id>}; nobody else ever sees it
 * @param node the broker process that holds it
 */
public record Vm(
        String id,
        String owner,
        @Nullable String tag,
        @Nullable String tenantId,
        String node,
        Instant createdAt,
        VmState state,
        StoredTokens tokens) {
    public Vm in(VmState next) {
        return new Vm(id, owner, tag, tenantId, node, createdAt, next, tokens);
    }

    /** Without what could still open it. */
    Vm ended(VmState.Ended end) {
        return new Vm(
                id,
                owner,
                tag,
                tenantId,
                node,
                createdAt,
                end,
                new StoredTokens(tokens.embedHash(), tokens.adminHash(), null));
    }

    /** Whether it holds its tag. */
    public boolean isLive() {
        return state instanceof VmState.Starting || state instanceof VmState.Running;
    }
}
