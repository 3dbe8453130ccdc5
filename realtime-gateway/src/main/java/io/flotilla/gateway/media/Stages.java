package io.flotilla.gateway.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.loop.VertxLoop;
import io.flotilla.gateway.protocol.Act;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;

/** The VMs watched through this node. Thread-safe; nothing here blocks. */
@Singleton
public final class Stages {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ConcurrentMap<String, Held> stages = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final Upstream upstream;
    private final MediaMetrics metrics;
    private final Instance<VmListener> listeners;
    private final StageSettings settings;

    Stages(Vertx vertx, Upstream upstream, MediaMetrics metrics, Instance<VmListener> listeners, GatewayConfig config) {
        this.vertx = vertx;
        this.upstream = upstream;
        this.metrics = metrics;
        this.listeners = listeners;
        var media = config.media();
        this.settings = new StageSettings(
                media.window().asLongValue(),
                media.lag(),
                media.keyFrameInterval(),
                media.stall(),
                media.linger(),
                media.patience());
    }

    /** Welcomes the viewer and shows it the VM, until {@link #leave}. The size is for as long as the VM has not said. */
    public Stage join(String vmId, Viewer viewer, int width, int height) {
        var held = stages.compute(vmId, (id, old) -> (old == null ? open(id) : old).more());
        held.stage().join(viewer, width, height);
        return held.stage();
    }

    public void leave(Stage stage, Viewer viewer) {
        stage.leave(viewer);
        stages.computeIfPresent(stage.vmId(), (id, held) -> held.stage() == stage ? held.less() : held);
    }

    /** Who is there; for a VM nobody watches here it is no news. */
    public void presence(String vmId, String message) {
        var held = stages.get(vmId);
        if (held != null) {
            held.stage().presence(message);
        }
    }

    /** A stage and how many are on it or on their way to it. */
    private record Held(Stage stage, int viewers) {
        Held more() {
            return new Held(stage, viewers + 1);
        }

        Held less() {
            return new Held(stage, viewers - 1);
        }
    }

    private Held open(String vmId) {
        metrics.upstreams(1);
        var loop = new VertxLoop(((VertxInternal) vertx).createEventLoopContext());
        var backoff = new Backoff(
                FIRST_PAUSE, LONGEST_PAUSE, () -> ThreadLocalRandom.current().nextDouble());
        return new Held(new Stage(vmId, loop, upstream, backoff, settings, metrics, ears(vmId), this::retire), 0);
    }

    private StageEars ears(String vmId) {
        return new StageEars() {
            @Override
            public void said(String type, JsonNode json) {
                listeners.forEach(listener -> listener.said(vmId, type, json));
            }

            @Override
            public void acted(String participantId, Act act) {
                if (act instanceof Act.Navigate navigate) {
                    listeners.forEach(listener -> listener.navigated(vmId, participantId, navigate));
                }
            }
        };
    }

    /** Somebody may be on the way to a stage that thinks itself idle: then it stays. */
    private void retire(Stage stage) {
        stages.computeIfPresent(stage.vmId(), (id, held) -> {
            if (held.stage() != stage || (held.viewers() > 0 && !stage.hasEnded())) {
                return held;
            }
            metrics.upstreams(-1);
            stage.stop();
            return null;
        });
    }
}
