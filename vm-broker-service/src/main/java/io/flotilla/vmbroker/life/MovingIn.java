package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.media.Conversation;
import io.flotilla.vmbroker.media.Stage;
import io.flotilla.vmbroker.media.StageSettings;
import io.flotilla.vmbroker.media.VmMessages;
import io.flotilla.vmbroker.pool.StartedBrowser;
import io.flotilla.vmbroker.timeout.TimeoutPolicy;
import io.flotilla.vmbroker.vm.EndReason;
import io.flotilla.vmbroker.vm.Vm;
import io.flotilla.vmbroker.vm.VmDirectory;
import io.flotilla.vmbroker.vm.VmRecords;
import io.flotilla.vmbroker.vm.VmSpec;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Turns a started browser into the VM of a record: stage, clocks, read model, and the watch for its crash. */
@ApplicationScoped
public class MovingIn {
    private static final Logger LOG = Logger.getLogger(MovingIn.class);

    private final LiveVms vms;
    private final EndVm endVm;
    private final VmRecords records;
    private final VmDirectory directory;
    private final StageSettings settings;
    private final MeterRegistry meters;

    public MovingIn(
            LiveVms vms,
            EndVm endVm,
            VmRecords records,
            VmDirectory directory,
            StageSettings settings,
            MeterRegistry meters) {
        this.vms = vms;
        this.endVm = endVm;
        this.records = records;
        this.directory = directory;
        this.settings = settings;
        this.meters = meters;
    }

    /** False when somebody ended it meanwhile; then nothing is left of it. Throws what the record throws, with the same result. */
    boolean moveIn(Vm vm, VmSpec spec, StartedBrowser browser) {
        var live = build(vm, spec, browser);
        vms.add(live);
        try {
            browser.browser().claim(spec.claim(), live.stage());
            if (!records.running(vm.id())) {
                endVm.end(live, EndReason.REQUESTED);
                return false;
            }
        } catch (RuntimeException e) {
            endVm.end(live, EndReason.CRASHED);
            throw e;
        }
        announce(live);
        var _ = browser.exit().thenRun(() -> Thread.startVirtualThread(() -> endVm.end(live, EndReason.CRASHED)));
        meters.counter("flotilla.vm.starts", "kind", browser.warm() ? "warm" : "cold")
                .increment();
        LOG.infof("VM %s runs, %s", vm.id(), browser.warm() ? "from the pool" : "started cold");
        return true;
    }

    /** Its browser never came up. */
    void stayOut(String id) {
        endVm.over(id, EndReason.CRASHED);
    }

    private LiveVm build(Vm vm, VmSpec spec, StartedBrowser browser) {
        var stage = new Stage(browser.browser(), spec.claim().size(), settings);
        var expiresAt = TimeoutPolicy.expiresAt(spec.timeouts(), vm.createdAt()).orElse(null);
        stage.say("clock", VmMessages.clock(expiresAt));
        var cap = new Conversation.ResizeCap(browser.cap(), spec.maxArea());
        var conversation = new Conversation(stage, browser.browser(), cap, settings.clock());
        return new LiveVm(vm, browser, stage, conversation, spec.timeouts());
    }

    /** Gateways find it at once; if Redis is away they do when the next heartbeat says it again. */
    private void announce(LiveVm live) {
        try {
            directory.announce(List.of(live.entry()));
        } catch (RuntimeException e) {
            LOG.warnf("VM %s could not be announced yet: %s", live.id(), e.toString());
        }
    }
}
