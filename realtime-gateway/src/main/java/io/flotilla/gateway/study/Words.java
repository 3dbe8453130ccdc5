package io.flotilla.gateway.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.socket.Outgoing;
import org.jspecify.annotations.Nullable;

/** One event, written once for all who hear it. Not thread-safe. */
final class Words {
    private final String event;
    private final JsonNode body;
    private @Nullable Outgoing written;

    Words(String event, JsonNode body) {
        this.event = event;
        this.body = body;
    }

    String event() {
        return event;
    }

    JsonNode body() {
        return body;
    }

    Outgoing written() {
        var present = written;
        if (present == null) {
            present = Outgoing.event(StudyNamespace.PATH, event, body);
            written = present;
        }
        return present;
    }
}
