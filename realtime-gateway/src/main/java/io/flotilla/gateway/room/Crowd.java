package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.gateway.protocol.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people of a room as clients see them. Immutable. */
final class Crowd {
    /** So many stand in a snapshot. */
    private static final int SHOWN = 500;

    private final List<Person> people;
    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final ArrayNode shown = JsonNodeFactory.instance.arrayNode();

    Crowd(List<Person> people) {
        this.people = List.copyOf(people);
        people.forEach(person -> byId.put(person.participantId(), person));
        people.stream().limit(SHOWN).map(Crowd::json).forEach(shown::add);
    }

    static ObjectNode json(Person person) {
        return Json.object()
                .put("participantId", person.participantId())
                .put("name", person.name())
                .put("role", person.role().word())
                .put("colour", Colours.of(person.participantId()))
                .put("connections", person.connections());
    }

    List<Person> people() {
        return people;
    }

    /** Not to be changed. */
    ArrayNode shown() {
        return shown;
    }

    Optional<Person> find(String participantId) {
        return Optional.ofNullable(byId.get(participantId));
    }

    /** What to tell those who know {@code before}; empty when there is nothing to tell. */
    Optional<ObjectNode> since(Crowd before) {
        var news = Json.object();
        var joined = news.putArray("joined");
        var left = news.putArray("left");
        var changed = news.putArray("changed");
        byId.forEach((id, person) -> {
            var old = before.byId.get(id);
            if (old == null) {
                joined.add(json(person));
            } else if (!old.equals(person)) {
                changed.add(json(person));
            }
        });
        before.byId.keySet().stream().filter(id -> !byId.containsKey(id)).forEach(left::add);
        var nothing = joined.isEmpty() && changed.isEmpty() && left.isEmpty();
        return nothing ? Optional.empty() : Optional.of(news.put("total", people.size()));
    }
}
