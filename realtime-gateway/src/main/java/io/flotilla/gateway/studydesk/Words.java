package io.flotilla.gateway.studydesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.socket.Outgoing;
import org.jspecify.annotations.Nullable;

/** One event, written once for all who hear it. Not thread-safe. */
public final class Words {
    private final String event;
    private final JsonNode body;
    private @Nullable Outgoing written;

    Words(String event, JsonNode body) {
        this.event = event;
        this.body = body;
    }

    public String event() {
        return event;
    }

    public JsonNode body() {
        return body;
    }

    public Outgoing written() {
        var present = written;
        if (present == null) {
            present = Outgoing.event(StudyDesk.NAMESPACE, event, body);
            written = present;
        }
        return present;
    }
}
