package io.flotilla.gateway.media;

import io.flotilla.gateway.loop.Loop;
import io.vertx.core.buffer.Buffer;
import java.util.Collection;

/** What one VM shows, and how much of it each viewer is sent. Lives on its stage's loop. */
final class Picture {
    private final UpstreamKeeper upstream;
    private final StageSettings settings;
    private final MediaMetrics metrics;
    private final StreamCache cache = new StreamCache();
    private final Bitrate bitrate = new Bitrate();
    private final KeyFrames keyFrames;

    Picture(Loop loop, UpstreamKeeper upstream, StageSettings settings, MediaMetrics metrics) {
        this.upstream = upstream;
        this.settings = settings;
        this.metrics = metrics;
        this.keyFrames = new KeyFrames(loop, upstream, settings.keyFrameInterval());
    }

    /** The size is what to say while the VM itself has not said. */
    void welcome(Viewer viewer, String vmId, int width, int height) {
        var size = cache.message("size").flatMap(VmMessage::of).map(VmMessage::json);
        viewer.welcome(
                vmId,
                size.map(json -> json.path("width").asInt(width)).orElse(width),
                size.map(json -> json.path("height").asInt(height)).orElse(height));
    }

    /** Tells a newcomer what the VM has said that still holds. */
    void tell(Viewer newcomer) {
        cache.messages().forEach(newcomer::text);
    }

    /** Shows a newcomer what there is before the first key frame. */
    void show(Viewer newcomer) {
        cache.configs().forEach(config -> newcomer.media(config, window(), metrics));
        // What is repeated from the cache has its key frame behind it.
        newcomer.startOver();
        offerStill(newcomer);
    }

    void offerStill(Viewer viewer) {
        cache.still().ifPresent(still -> viewer.media(still, window(), metrics));
    }

    void askForKey(Viewer viewer) {
        if (upstream.isLive() && viewer.wantsKey() && !cache.stillStandsAlone()) {
            keyFrames.ask();
        }
    }

    /** False when the viewer broke the protocol. */
    boolean acked(Viewer viewer, long bytes, long now) {
        return viewer.acked(bytes, window(), now, metrics);
    }

    void received(Buffer bytes, Collection<Viewer> viewers) {
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

    void said(VmMessage message) {
        cache.keep(message);
    }

    /** The source of it was replaced. */
    void startOver() {
        cache.clear();
    }

    /** To be called once a second. */
    void second() {
        bitrate.second();
    }

    boolean isStalled(Viewer viewer, long now) {
        return viewer.isStalled(window(), now, settings.stall().toMillis());
    }

    private long window() {
        return bitrate.window(settings.window(), settings.lag());
    }
}
