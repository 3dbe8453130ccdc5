package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.vm.Vm;
import io.flotilla.vmbroker.vm.VmTokens;

/** What became of a create. */
public sealed interface CreateResult {
    /** It runs; or the owner's live VM with this tag did already. */
    record Running(Vm vm, VmTokens tokens) implements CreateResult {}

    record Full(int capacity) implements CreateResult {}

    /** Not now; a later try may succeed. The words are fit for an operator. */
    record NotNow(String why) implements CreateResult {}
}
