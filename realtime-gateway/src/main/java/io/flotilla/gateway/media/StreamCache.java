package io.flotilla.gateway.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody who comes late has to be told before frames make sense. Holds one of each kind, so it never grows. */
final class StreamCache {
    private final Map<String, String> messages = new LinkedHashMap<>();
    private @Nullable MediaMessage videoConfig;
    private @Nullable MediaMessage audioConfig;
    private @Nullable MediaMessage still;

    void keep(MediaMessage message) {
        switch (message.kind()) {
            case VIDEO_CONFIG -> videoConfig = message;
            case AUDIO_CONFIG -> audioConfig = message;
            case STILL -> still = message;
            case VIDEO -> {
                if (message.isKey() && stillStandsAlone()) {
                    still = null;
                }
            }
            case AUDIO -> {}
        }
    }

    void keep(VmMessage message) {
        if (message.isOver()) {
            messages.remove(message.type());
        } else if (message.holds()) {
            messages.put(message.type(), message.text());
        }
    }

    /** VM messages, oldest kind first. */
    List<String> messages() {
        return List.copyOf(messages.values());
    }

    Optional<String> message(String type) {
        return Optional.ofNullable(messages.get(type));
    }

    List<MediaMessage> configs() {
        var configs = new ArrayList<MediaMessage>(2);
        if (videoConfig != null) {
            configs.add(videoConfig);
        }
        if (audioConfig != null) {
            configs.add(audioConfig);
        }
        return configs;
    }

    Optional<MediaMessage> still() {
        return Optional.ofNullable(still);
    }

    /** Whether there is no stream to wait for now. */
    boolean stillStandsAlone() {
        return still != null && still.standsAlone();
    }

    /** The source starts over and will say everything again. */
    void clear() {
        messages.clear();
        videoConfig = null;
        audioConfig = null;
        still = null;
    }
}
