package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.media.VmMessages;
import io.flotilla.vmbroker.timeout.Decision;
import io.flotilla.vmbroker.timeout.TimeoutPolicy;
import io.flotilla.vmbroker.timeout.Timeouts.Clock;
import io.flotilla.vmbroker.vm.EndReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Locale;

/** Asks the policy about each VM and does what it says. */
@ApplicationScoped
public class WatchClocks {
    private final LiveVms vms;
    private final EndVm endVm;
    private final InstantSource clock;

    public WatchClocks(LiveVms vms, EndVm endVm, InstantSource clock) {
        this.vms = vms;
        this.endVm = endVm;
        this.clock = clock;
    }

    void look() {
        vms.all().stream().filter(LiveVm::isRunning).forEach(this::look);
    }

    private void look(LiveVm vm) {
        switch (TimeoutPolicy.next(vm.timeouts(), vm.usage(), clock.instant())) {
            case Decision.Keep() -> {}
            case Decision.Warn warning -> {
                vm.warned(warning);
                vm.stage().say("warning", VmMessages.warning(word(warning.clock()), warning.closesAt()));
            }
            case Decision.CallOff(var which) -> {
                vm.warned(null);
                vm.stage().takeBack("warning", VmMessages.warning(word(which), null));
            }
            case Decision.End(var which) -> Thread.startVirtualThread(() -> endVm.end(vm, reason(which)));
        }
        vm.stage().closeStuck();
    }

    private static EndReason reason(Clock clock) {
        return switch (clock) {
            case ABSOLUTE -> EndReason.ABSOLUTE;
            case INACTIVE -> EndReason.INACTIVE;
            case OFFLINE -> EndReason.OFFLINE;
        };
    }

    private static String word(Clock clock) {
        return clock.name().toLowerCase(Locale.ROOT);
    }
}
