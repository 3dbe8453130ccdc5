package io.flotilla.gateway.media;

import io.flotilla.gateway.loop.Loop;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.PlayerMessage;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One VM on this node, as long as somebody watches it. The public methods may be called from any thread and return at once; everything
 * happens on the loop, in the order of the calls, and is the business of the {@link House}.
 */
public final class Stage {
    private final String vmId;
    private final Loop loop;
    private final Duration linger;
    private final Consumer<Stage> idle;
    private final House house;
    private Loop.@Nullable Timer farewell;
    private volatile @Nullable String endReason;

    /** Idle is told, on the loop, when nobody has watched for a while or the VM has ended. */
    Stage(
            String vmId,
            Loop loop,
            Upstream upstream,
            Backoff backoff,
            StageSettings settings,
            MediaMetrics metrics,
            StageEars ears,
            Consumer<Stage> idle) {
        this.vmId = vmId;
        this.loop = loop;
        this.linger = settings.linger();
        this.idle = idle;
        this.house = new House(vmId, loop, upstream, backoff, settings, metrics, ears, this::ended);
    }

    public String vmId() {
        return vmId;
    }

    boolean hasEnded() {
        return endReason != null;
    }

    /** The size is what to say while the VM itself has not said. */
    void join(Viewer viewer, int width, int height) {
        loop.run(() -> {
            house.picture().welcome(viewer, vmId, width, height);
            var over = endReason;
            if (over != null) {
                viewer.close(CloseCode.ENDED, over);
                return;
            }
            if (farewell != null) {
                farewell.cancel();
                farewell = null;
            }
            house.admit(viewer);
        });
    }

    void leave(Viewer viewer) {
        loop.run(() -> {
            if (house.dismiss(viewer) && house.isEmpty()) {
                farewell = loop.after(linger, this::retireIfEmpty);
            }
        });
    }

    public void heard(Viewer viewer, PlayerMessage message) {
        loop.run(() -> house.heard(viewer, message));
    }

    /** Tells all viewers, and whoever comes. */
    public void presence(String message) {
        loop.run(() -> house.presence(message));
    }

    /** What the viewer is or may do has changed: it learns of it, and what it holds is let go when it may not act any more. */
    public void roleChanged(Viewer viewer) {
        loop.run(() -> house.roleChanged(viewer));
    }

    void stop() {
        loop.run(house::stop);
    }

    private void ended(String reason) {
        endReason = reason;
        idle.accept(this);
    }

    private void retireIfEmpty() {
        farewell = null;
        if (house.isEmpty()) {
            idle.accept(this);
        }
    }
}
