package io.flotilla.session.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the matrix: what is called and what each kind of caller is answered.
 *
 * @param body JSON, or empty for none
 */
record Row(String verb, String path, String body, Map<Kind, Integer> statuses) {
    static List<Row> of(String table) {
        return table.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Row::parse)
                .toList();
    }

    private static Row parse(String line) {
        var parts = line.split("\\|", -1);
        var call = parts[0].strip().split("\\s+", 2);
        var numbers = Arrays.stream(parts[2].strip().split("\\s+"))
                .map(Integer::valueOf)
                .toList();
        if (numbers.size() != Kind.values().length) {
            throw new IllegalArgumentException("one status for each kind of caller: " + line);
        }
        var statuses = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            statuses.put(kind, numbers.get(kind.ordinal()));
        }
        return new Row(call[0], call[1].strip(), parts[1].strip(), statuses);
    }

    /** As the API's description writes it, whatever its variables are called. */
    String route() {
        return verb + " " + path.replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "{}");
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
