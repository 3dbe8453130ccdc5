package io.flotilla.session.sessiondata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.SortedMap;

/** The data of user sessions, by handle. Thread-safe; blocks; throws when it cannot be reached. */
public interface SessionData {
    /** Bytes all names and values of one session may have together, as JSON in UTF-8. */
    int MOST_BYTES = 16 * 1024;

    /** What became of a value. */
    enum Kept {
        KEPT,
        /** With it the session would hold more than {@link #MOST_BYTES}; nothing was changed. */
        TOO_MUCH,
        /** There is no such session. */
        NO_SESSION
    }

    SortedMap<String, JsonNode> all(String handle);

    Optional<JsonNode> find(String handle, String name);

    /** Keeps the value in place of the one of that name; of any number of writers at once, on any node, none breaks the limit. */
    Kept keep(String handle, String name, JsonNode value);

    /** False when there was no such value. */
    boolean remove(String handle, String name);
}
