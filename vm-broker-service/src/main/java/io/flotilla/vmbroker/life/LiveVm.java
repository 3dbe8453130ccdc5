package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.media.Conversation;
import io.flotilla.vmbroker.media.Stage;
import io.flotilla.vmbroker.pool.StartedBrowser;
import io.flotilla.vmbroker.timeout.Decision;
import io.flotilla.vmbroker.timeout.Timeouts;
import io.flotilla.vmbroker.timeout.Usage;
import io.flotilla.vmbroker.vm.EndReason;
import io.flotilla.vmbroker.vm.Vm;
import io.flotilla.vmbroker.vm.VmDirectory;
import io.flotilla.vmbroker.vm.VmState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A VM whose browser is in this process. Thread-safe; of those who want to end it one gets to do so. */
public final class LiveVm {
    private final Vm vm;
    private final StartedBrowser browser;
    private final Stage stage;
    private final Conversation conversation;
    private final Timeouts timeouts;
    private final AtomicReference<VmState> state = new AtomicReference<>(new VmState.Running());
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private volatile Decision.@Nullable Warn warned;

    LiveVm(Vm vm, StartedBrowser browser, Stage stage, Conversation conversation, Timeouts timeouts) {
        this.vm = vm;
        this.browser = browser;
        this.stage = stage;
        this.conversation = conversation;
        this.timeouts = timeouts;
    }

    public String id() {
        return vm.id();
    }

    /** Where gateway nodes join. */
    public Stage stage() {
        return stage;
    }

    /** What gateway nodes say. */
    public Conversation conversation() {
        return conversation;
    }

    StartedBrowser browser() {
        return browser;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    Usage usage() {
        return new Usage(vm.createdAt(), conversation.lastActAt(), stage.unwatchedSince(), warned);
    }

    void warned(Decision.@Nullable Warn warning) {
        warned = warning;
    }

    VmDirectory.Entry entry() {
        return new VmDirectory.Entry(vm.id(), stage.size(), vm.tokens().embedHash());
    }

    boolean isRunning() {
        return state.get() instanceof VmState.Running;
    }

    /** True for the one who now has to end it. */
    boolean beginEnding(EndReason reason) {
        return state.get() instanceof VmState.Running running && state.compareAndSet(running, running.ending(reason));
    }

    /** Completes when its browser is gone. */
    CompletableFuture<Void> gone() {
        return gone;
    }
}
