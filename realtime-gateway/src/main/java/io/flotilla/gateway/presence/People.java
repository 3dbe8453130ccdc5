package io.flotilla.gateway.presence;

import io.flotilla.gateway.protocol.GatewayMessages.Person;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Makes persons of sockets: one each, in the order they came; what the newest socket says of them holds. */
final class People {
    private People() {}

    static List<Person> of(List<Attendance> sockets) {
        var byId = new LinkedHashMap<String, Person>();
        sockets.stream()
                .sorted(Comparator.comparing(Attendance::since).thenComparing(Attendance::connectionId))
                .forEach(one -> byId.merge(
                        one.participantId(),
                        new Person(one.participantId(), one.name(), one.role(), 1),
                        (before, now) ->
                                new Person(now.participantId(), now.name(), now.role(), before.connections() + 1)));
        return List.copyOf(byId.values());
    }
}
