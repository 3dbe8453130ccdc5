package io.flotilla.gateway.media;

import io.flotilla.gateway.protocol.Act;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.GatewayMessages;
import io.flotilla.gateway.protocol.PlayerMessage;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One VM on this node: its upstream, its viewers, and what they have to know of each other. The public methods may be called from any
 * thread and return at once; everything happens on the loop, in the order of the calls.
 */
public final class Stage {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final String vmId;
    private final Loop loop;
    private final StageSettings settings;
    private final MediaMetrics metrics;
    private final UpstreamKeeper upstream;
    private final Consumer<Stage> idle;

    private final Set<Viewer> viewers = new LinkedHashSet<>();
    private final StreamCache cache = new StreamCache();
    private final ActRelay acts;
    private final KeyFrames keyFrames;
    private final Bitrate bitrate = new Bitrate();
    private Audience told = Audience.nobody();
    private @Nullable String presence;
    private Loop.@Nullable Timer tick;
    private Loop.@Nullable Timer farewell;
    private volatile @Nullable String endReason;
    private boolean wasLive;

    /** Idle is told, on the loop, when nobody has watched for a while or the VM has ended. */
    Stage(
            String vmId,
            Loop loop,
            Upstream upstream,
            Backoff backoff,
            StageSettings settings,
            MediaMetrics metrics,
            Consumer<Stage> idle) {
        this.vmId = vmId;
        this.loop = loop;
        this.settings = settings;
        this.metrics = metrics;
        this.idle = idle;
        var keeper = new UpstreamKeeper(vmId, upstream, loop, backoff, settings.patience(), new FromUpstream());
        this.upstream = keeper;
        this.acts = new ActRelay(keeper, metrics);
        this.keyFrames = new KeyFrames(loop, keeper, settings.keyFrameInterval());
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
            var size = cache.message("size").flatMap(VmMessage::of).map(VmMessage::json);
            viewer.welcome(
                    vmId,
                    size.map(json -> json.path("width").asInt(width)).orElse(width),
                    size.map(json -> json.path("height").asInt(height)).orElse(height));
            var over = endReason;
            if (over != null) {
                viewer.close(CloseCode.ENDED, over);
                return;
            }
            admit(viewer);
        });
    }

    void leave(Viewer viewer) {
        loop.run(() -> {
            if (!viewers.remove(viewer)) {
                return;
            }
            metrics.viewers(-1);
            letGo(viewer);
            announce();
            if (viewers.isEmpty()) {
                farewell = loop.after(settings.linger(), this::retireIfEmpty);
            }
        });
    }

    public void heard(Viewer viewer, PlayerMessage message) {
        loop.run(() -> {
            if (viewers.contains(viewer)) {
                handle(viewer, message);
            }
        });
    }

    /** Tells all viewers, and whoever comes. */
    public void presence(String message) {
        loop.run(() -> {
            presence = message;
            viewers.forEach(viewer -> viewer.text(message));
        });
    }

    /** The viewer's role has changed: it learns of it, and what it holds is let go when it may not act any more. */
    public void roleChanged(Viewer viewer) {
        loop.run(() -> {
            viewer.text(GatewayMessages.role(viewer.role()));
            if (!viewer.role().mayControl()) {
                letGo(viewer);
            }
        });
    }

    void stop() {
        loop.run(upstream::stop);
    }

    private void admit(Viewer viewer) {
        if (farewell != null) {
            farewell.cancel();
            farewell = null;
        }
        viewers.add(viewer);
        metrics.viewers(1);
        cache.messages().forEach(viewer::text);
        if (presence != null) {
            viewer.text(presence);
        }
        cache.configs().forEach(config -> viewer.media(config, window(), metrics));
        // What is repeated from the cache has its key frame behind it.
        viewer.startOver();
        offerStill(viewer);
        upstream.start();
        announce();
        askForKey(viewer);
        if (tick == null) {
            tick = loop.after(SECOND, this::everySecond);
        }
    }

    private void handle(Viewer viewer, PlayerMessage message) {
        switch (message) {
            case PlayerMessage.Ack(var bytes) -> {
                if (viewer.acked(bytes, window(), loop.now(), metrics)) {
                    askForKey(viewer);
                } else {
                    viewer.close(CloseCode.BAD_MESSAGE, "acknowledged more than was sent");
                }
            }
            case PlayerMessage.Formats formats -> {
                var saw = viewer.sees();
                viewer.formats(formats);
                announce();
                if (!saw || !viewer.member().decodesStream()) {
                    offerStill(viewer);
                }
                askForKey(viewer);
            }
            case PlayerMessage.KeyFrame() -> {
                viewer.startOver();
                askForKey(viewer);
            }
            case PlayerMessage.Ping ping -> viewer.text(GatewayMessages.pong(ping));
            case Act act -> act(viewer, act);
        }
    }

    private void act(Viewer viewer, Act act) {
        if (!viewer.role().mayControl()) {
            return;
        }
        viewer.acts();
        acts.pass(viewer.participantId(), act);
    }

    /** What this viewer pressed is let go, unless the same participant is here once more. */
    private void letGo(Viewer viewer) {
        var elsewhere = viewers.stream()
                .anyMatch(other -> other != viewer && other.participantId().equals(viewer.participantId()));
        if (viewer.hasActed() && !elsewhere) {
            acts.pass(viewer.participantId(), new Act.Release());
        }
    }

    private void offerStill(Viewer viewer) {
        cache.still().ifPresent(still -> viewer.media(still, window(), metrics));
    }

    private void askForKey(Viewer viewer) {
        if (upstream.isLive() && viewer.wantsKey() && !cache.stillStandsAlone()) {
            keyFrames.ask();
        }
    }

    private void announce() {
        var now = Audience.of(viewers.stream().map(Viewer::member).toList());
        if (!now.equals(told) && upstream.say(GatewayMessages.viewers(now.count(), now.layers(), now.formats()))) {
            told = now;
        }
    }

    private long window() {
        return bitrate.window(settings.window(), settings.lag());
    }

    private void everySecond() {
        tick = viewers.isEmpty() ? null : loop.after(SECOND, this::everySecond);
        bitrate.second();
        for (var viewer : viewers) {
            if (viewer.isStalled(window(), loop.now(), settings.stall().toMillis())) {
                metrics.closedAsSlow();
                viewer.close(CloseCode.SLOW, CloseCode.SLOW.reason());
            }
            // A wish may have died with an encoder.
            if (viewer.needsKey()) {
                viewer.startOver();
                askForKey(viewer);
            }
        }
        announce();
    }

    private void retireIfEmpty() {
        farewell = null;
        if (viewers.isEmpty()) {
            idle.accept(this);
        }
    }

    private void closeAll(CloseCode code, String reason) {
        viewers.forEach(viewer -> viewer.close(code, reason));
    }

    /** What the broker sends, and what becomes of the way to it. */
    private final class FromUpstream implements UpstreamKeeper.Owner {
        @Override
        public void live() {
            wasLive = true;
            acts.startOver();
            cache.clear();
            told = Audience.nobody();
            viewers.forEach(Viewer::startOver);
            announce();
            viewers.forEach(Stage.this::askForKey);
        }

        @Override
        public void binary(Buffer bytes) {
            metrics.received(bytes.length());
            bitrate.count(bytes.length());
            MediaMessage.of(bytes).ifPresent(message -> {
                cache.keep(message);
                var window = window();
                for (var viewer : viewers) {
                    viewer.media(message, window, metrics);
                }
            });
        }

        @Override
        public void text(String text) {
            VmMessage.of(text).ifPresent(message -> {
                cache.keep(message);
                viewers.forEach(viewer -> viewer.text(text));
                if (message.endsVm()) {
                    endReason = message.reason();
                    closeAll(CloseCode.ENDED, message.reason());
                    upstream.stop();
                    idle.accept(Stage.this);
                }
            });
        }

        @Override
        public void drained() {
            acts.drained();
        }

        @Override
        public void gaveUp(Upstream.Why why) {
            var code = why == Upstream.Why.NOT_THERE ? CloseCode.NOT_FOUND : CloseCode.UPSTREAM_LOST;
            if (why == Upstream.Why.NOT_THERE && wasLive) {
                closeAll(CloseCode.ENDED, "broker-lost");
            } else {
                closeAll(code, code.reason());
            }
        }
    }
}
