package io.flotilla.vmbroker.media;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds right now, for nodes that come late: the newest message of each type, the configs, the still. Guarded by its owner's lock. */
final class StageMemory {
    private final Map<String, String> messages = new LinkedHashMap<>();
    private @Nullable Buffer videoConfig;
    private @Nullable Buffer audioConfig;
    private @Nullable Buffer still;
    private boolean stillIsTheVideo;

    void keep(MediaHeader header, Buffer message) {
        switch (header.kind()) {
            case MediaHeader.VIDEO_CONFIG -> videoConfig = message;
            case MediaHeader.AUDIO_CONFIG -> audioConfig = message;
            case MediaHeader.STILL -> {
                still = message;
                stillIsTheVideo = header.isTheVideo();
            }
            case MediaHeader.VIDEO -> {
                if (header.key() && stillIsTheVideo) {
                    still = null;
                }
            }
            default -> {}
        }
    }

    void keep(String type, String json) {
        messages.put(type, json);
    }

    void forget(String type) {
        messages.remove(type);
    }

    List<String> messages() {
        return List.copyOf(messages.values());
    }

    List<Buffer> media() {
        var known = new ArrayList<Buffer>(3);
        if (videoConfig != null) {
            known.add(videoConfig);
        }
        if (audioConfig != null) {
            known.add(audioConfig);
        }
        if (still != null) {
            known.add(still);
        }
        return known;
    }
}
