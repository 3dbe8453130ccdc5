package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.vm.VmRecords;
import io.flotilla.vmbroker.vm.VmState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What a repeated create with a tag is answered with: the owner's live VM, once it runs. Blocks while it starts. */
@ApplicationScoped
public class TaggedVms {
    /** A cold start takes less; whoever starts it answers for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final VmRecords records;
    private final Seal seal;
    private final InstantSource clock;

    public TaggedVms(VmRecords records, Seal seal, InstantSource clock) {
        this.records = records;
        this.seal = seal;
        this.clock = clock;
    }

    /** Empty when there is none to wait for. */
    Optional<CreateResult> running(String owner, String tag) {
        var until = clock.instant().plus(PATIENCE);
        while (true) {
            var vm = records.findLive(owner, tag);
            if (vm.isEmpty()) {
                return Optional.empty();
            }
            if (vm.get().state() instanceof VmState.Running) {
                return Optional.of(seal.seal()
                        .open(vm.get().id(), vm.get().tokens())
                        .<CreateResult>map(tokens -> new CreateResult.Running(vm.get(), tokens))
                        .orElseGet(() -> new CreateResult.NotNow("This VM's tokens were sealed with another secret")));
            }
            if (clock.instant().isAfter(until)) {
                return Optional.of(new CreateResult.NotNow("This VM is still starting"));
            }
            Pause.briefly();
        }
    }
}
