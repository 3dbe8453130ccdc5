package io.flotilla.gateway.broadcast;

import io.flotilla.gateway.registry.Entry;
import io.flotilla.gateway.registry.Registry;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.Socket;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Which sockets of this node a broadcast is for. Changes nothing. */
final class Audience {
    /** Where pages listen in any case. */
    private static final String EVERYBODYS = "/sessions";

    private Audience() {}

    static List<Socket> of(Broadcast broadcast, Registry registry) {
        var meant = named(broadcast.target(), registry)
                .filter(broadcast.filter()::passes)
                .map(Entry::socket);
        var namespace = broadcast.namespace();
        return namespace == null
                ? onceAConnection(meant)
                : meant.filter(socket -> socket.namespace().equals(namespace)).toList();
    }

    private static Stream<Entry> named(Target target, Registry registry) {
        return switch (target) {
            case Target.All() -> registry.all().stream();
            case Target.Users(var ids) -> ids.stream().flatMap(id -> registry.ofUser(id).stream());
            case Target.Groups(var ids) -> ids.stream().flatMap(id -> registry.ofGroup(id).stream());
            case Target.Room(var id) -> registry.inRoom(id).stream();
        };
    }

    private static List<Socket> onceAConnection(Stream<Socket> sockets) {
        var chosen = new IdentityHashMap<Handshake, Socket>();
        sockets.forEach(socket -> chosen.merge(
                socket.handshake(), socket, (first, next) -> next.namespace().equals(EVERYBODYS) ? next : first));
        return new ArrayList<>(chosen.values());
    }
}
