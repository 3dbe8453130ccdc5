package io.flotilla.gateway.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came back, by node.
 *
 * @param given answers
 * @param failed why there is none: {@link #SILENT}, {@link #UNREACHABLE}, {@link #BROKEN}
 */
public record Answers(Map<String, JsonNode> given, Map<String, String> failed) {
    /** It lives, but said nothing in time. */
    public static final String SILENT = "no-answer";
    /** The others cannot be asked now, nor even named. */
    public static final String UNREACHABLE = "unreachable";
    /** It could not answer. */
    public static final String BROKEN = "failed";

    public Answers {
        given = Collections.unmodifiableMap(new TreeMap<>(given));
        failed = Collections.unmodifiableMap(new TreeMap<>(failed));
    }

    public boolean isPartial() {
        return !failed.isEmpty();
    }
}
