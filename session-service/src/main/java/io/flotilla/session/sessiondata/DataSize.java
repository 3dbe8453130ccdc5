package io.flotilla.session.sessiondata;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** How much a value counts. Pure. */
final class DataSize {
    private DataSize() {}

    static int of(String name, JsonNode value) {
        return name.length() + value.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
