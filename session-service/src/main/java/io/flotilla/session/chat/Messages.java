package io.flotilla.session.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record of what was said. Thread-safe; blocks; throws when the store cannot be reached: then a retry with the same id finds out
 * whether it was stored.
 */
public interface Messages {
    /** A message as stored; not {@code fresh} when one of that id was there before, which then stands. */
    record Stored(ChatMessage message, boolean fresh) {}

    /**
     * Stores the message as the room's newest, unless its id is known. Of any number of calls at once, on any number of nodes, one stores
     * it, and numbers have neither gaps nor doubles.
     *
     * @param most how many the room keeps; older ones go
     */
    Stored store(String vmSessionId, Draft draft, int most);

    Optional<ChatMessage> find(String vmSessionId, String id);

    /** The newest with a number below {@code before}, oldest first. */
    List<ChatMessage> page(String vmSessionId, long before, int limit);

    /** Takes the text away; the message keeps its place. Repeating it, or deleting what is not there, changes nothing. */
    void delete(String vmSessionId, String id, Instant at);
}
