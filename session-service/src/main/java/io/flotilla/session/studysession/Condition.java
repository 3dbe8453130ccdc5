package io.flotilla.session.studysession;

import io.flotilla.session.studysession.StudySessions.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query's condition, put together from what is asked for. Of one use, by one thread. */
final class Condition {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    Condition(String field, Object value) {
        text.append(field).append(" = ").append(place(value));
    }

    /** Nothing when there is no value. */
    Condition and(String comparison, @Nullable Object value) {
        if (value != null) {
            text.append(" and ").append(comparison).append(' ').append(place(value));
        }
        return this;
    }

    Condition before(@Nullable Place place) {
        if (place != null) {
            var start = place(place.startedAt());
            text.append(
                    " and (startedAt < %s or (startedAt = %s and id < %s))".formatted(start, start, place(place.id())));
        }
        return this;
    }

    String text() {
        return text.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    private String place(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }
}
