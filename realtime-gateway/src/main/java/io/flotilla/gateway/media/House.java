package io.flotilla.gateway.media;

import io.flotilla.gateway.loop.Loop;
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

/** Those who watch one VM through this node: what they get, what they do, what the VM has to know of them. Lives on its stage's loop. */
final class House {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Loop loop;
    private final MediaMetrics metrics;
    private final Consumer<String> ended;
    private final StageEars ears;
    private final UpstreamKeeper upstream;
    private final Picture picture;
    private final ActRelay acts;
    private final Set<Viewer> viewers = new LinkedHashSet<>();
    private Audience told = Audience.nobody();
    private @Nullable String presence;
    private Loop.@Nullable Timer tick;
    private boolean wasLive;

    /** Ended is told why the VM has ended. */
    House(
            String vmId,
            Loop loop,
            Upstream upstream,
            Backoff backoff,
            StageSettings settings,
            MediaMetrics metrics,
            StageEars ears,
            Consumer<String> ended) {
        this.ears = ears;
        this.loop = loop;
        this.metrics = metrics;
        this.ended = ended;
        var keeper = new UpstreamKeeper(vmId, upstream, loop, backoff, settings.patience(), new FromUpstream());
        this.upstream = keeper;
        this.picture = new Picture(loop, keeper, settings, metrics);
        this.acts = new ActRelay(keeper, metrics);
    }

    boolean isEmpty() {
        return viewers.isEmpty();
    }

    Picture picture() {
        return picture;
    }

    void admit(Viewer viewer) {
        viewers.add(viewer);
        metrics.viewers(1);
        picture.tell(viewer);
        if (presence != null) {
            viewer.text(presence);
        }
        picture.show(viewer);
        upstream.start();
        announce();
        picture.askForKey(viewer);
        if (tick == null) {
            tick = loop.after(SECOND, this::everySecond);
        }
    }

    /** False when it was not here. */
    boolean dismiss(Viewer viewer) {
        if (!viewers.remove(viewer)) {
            return false;
        }
        metrics.viewers(-1);
        letGo(viewer);
        announce();
        return true;
    }

    void stop() {
        upstream.stop();
    }

    void presence(String message) {
        presence = message;
        viewers.forEach(viewer -> viewer.text(message));
    }

    void roleChanged(Viewer viewer) {
        viewer.text(GatewayMessages.role(viewer.role(), viewer.mayAct()));
        if (!viewer.mayAct()) {
            letGo(viewer);
        }
    }

    void heard(Viewer viewer, PlayerMessage message) {
        if (!viewers.contains(viewer)) {
            return;
        }
        switch (message) {
            case PlayerMessage.Ack(var bytes) -> acked(viewer, bytes);
            case PlayerMessage.Formats formats -> formats(viewer, formats);
            case PlayerMessage.KeyFrame() -> {
                viewer.startOver();
                picture.askForKey(viewer);
            }
            case PlayerMessage.Ping ping -> viewer.text(GatewayMessages.pong(ping));
            case Act act -> act(viewer, act);
        }
    }

    private void acked(Viewer viewer, long bytes) {
        if (picture.acked(viewer, bytes, loop.now())) {
            picture.askForKey(viewer);
        } else {
            viewer.close(CloseCode.BAD_MESSAGE, "acknowledged more than was sent");
        }
    }

    private void formats(Viewer viewer, PlayerMessage.Formats formats) {
        var saw = viewer.sees();
        viewer.formats(formats);
        announce();
        if (!saw || !viewer.member().decodesStream()) {
            picture.offerStill(viewer);
        }
        picture.askForKey(viewer);
    }

    private void act(Viewer viewer, Act act) {
        if (viewer.mayAct()) {
            viewer.acts();
            acts.pass(viewer.participantId(), act);
            ears.acted(viewer.participantId(), act);
        }
    }

    /** What this viewer pressed is let go, unless the same participant is here once more. */
    private void letGo(Viewer viewer) {
        var elsewhere = viewers.stream()
                .anyMatch(other -> other != viewer && other.participantId().equals(viewer.participantId()));
        if (viewer.hasActed() && !elsewhere) {
            acts.pass(viewer.participantId(), new Act.Release());
        }
    }

    private void announce() {
        var now = Audience.of(viewers.stream().map(Viewer::member).toList());
        if (!now.equals(told) && upstream.say(GatewayMessages.viewers(now.count(), now.layers(), now.formats()))) {
            told = now;
        }
    }

    private void everySecond() {
        tick = viewers.isEmpty() ? null : loop.after(SECOND, this::everySecond);
        picture.second();
        for (var viewer : viewers) {
            if (picture.isStalled(viewer, loop.now())) {
                metrics.closedAsSlow();
                viewer.close(CloseCode.SLOW, CloseCode.SLOW.reason());
            }
            // A wish may have died with an encoder.
            if (viewer.needsKey()) {
                viewer.startOver();
                picture.askForKey(viewer);
            }
        }
        announce();
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
            picture.startOver();
            told = Audience.nobody();
            viewers.forEach(Viewer::startOver);
            announce();
            viewers.forEach(picture::askForKey);
        }

        @Override
        public void binary(Buffer bytes) {
            picture.received(bytes, viewers);
        }

        @Override
        public void text(String text) {
            VmMessage.of(text).ifPresent(message -> {
                picture.said(message);
                ears.said(message.type(), message.json());
                viewers.forEach(viewer -> viewer.text(text));
                if (message.endsVm()) {
                    closeAll(CloseCode.ENDED, message.reason());
                    upstream.stop();
                    ended.accept(message.reason());
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
