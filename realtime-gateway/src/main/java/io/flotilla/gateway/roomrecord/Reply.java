package io.flotilla.gateway.roomrecord;

import com.fasterxml.jackson.databind.JsonNode;

/** What the record says. */
public sealed interface Reply {
    record Ok(JsonNode body) implements Reply {}

    record Refused(Why why, String message) implements Reply {}

    enum Why {
        BAD_REQUEST,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT
    }
}
