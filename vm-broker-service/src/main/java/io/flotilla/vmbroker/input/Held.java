package io.flotilla.vmbroker.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which keys and buttons. What two hold together is pressed by the first and released by the last of them.
 *
 * @param <N> what an author calls it: a key's code, a button
 * @param <T> what is pressed for it: a keycode, an X button
 */
public final class Held<N, T> {
    private final Map<String, LinkedHashMap<N, T>> byAuthor = new HashMap<>();

    /** Whether it must be pressed now: nobody held it yet. An author who holds the name already must {@link #up} it first. */
    public boolean down(String author, N name, T thing) {
        var fresh = !isHeld(thing);
        byAuthor.computeIfAbsent(author, _ -> new LinkedHashMap<>()).put(name, thing);
        return fresh;
    }

    /** What must be released now; null when the author does not hold it or another still does. */
    public @Nullable T up(String author, N name) {
        var own = byAuthor.get(author);
        var thing = own == null ? null : own.remove(name);
        if (own != null && own.isEmpty()) {
            byAuthor.remove(author);
        }
        return thing == null || isHeld(thing) ? null : thing;
    }

    public @Nullable T heldAs(String author, N name) {
        var own = byAuthor.get(author);
        return own == null ? null : own.get(name);
    }

    /** All that must be released when this author lets go, newest first. */
    public List<T> release(String author) {
        var own = byAuthor.remove(author);
        if (own == null) {
            return List.of();
        }
        var loose = new ArrayList<T>();
        for (var thing : own.sequencedValues().reversed()) {
            if (!isHeld(thing) && !loose.contains(thing)) {
                loose.add(thing);
            }
        }
        return loose;
    }

    public boolean isHeld(T thing) {
        return byAuthor.values().stream().anyMatch(own -> own.containsValue(thing));
    }
}
