package io.flotilla.gateway.registry;

import io.flotilla.gateway.namespace.Identified;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.Socket;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sockets of this node. A connection is what one handshake began, however many namespaces it is in. Thread-safe; idempotent: adding
 * or removing twice counts once; answers are copies.
 */
@Singleton
public final class Registry {
    private final Map<Socket, Held> sockets = new LinkedHashMap<>();
    private final IdentityHashMap<Handshake, Integer> connections = new IdentityHashMap<>();
    private final Index<String> byUser = new Index<>();
    private final Index<String> byGroup = new Index<>();
    private final Index<String> byRoom = new Index<>();
    private final Index<String> byNamespace = new Index<>();

    private record Held(Identified who, Set<String> rooms) {}

    /** False when it was there before; then nothing changes. */
    public synchronized boolean add(Socket socket, Identified who) {
        if (sockets.putIfAbsent(socket, new Held(who, new HashSet<>())) != null) {
            return false;
        }
        connections.merge(socket.handshake(), 1, Integer::sum);
        byUser.add(who.userId(), socket);
        byGroup.add(who.group(), socket);
        byNamespace.add(socket.namespace(), socket);
        return true;
    }

    /** Also out of its rooms. False when it was not there. */
    public synchronized boolean remove(Socket socket) {
        var held = sockets.remove(socket);
        if (held == null) {
            return false;
        }
        connections.computeIfPresent(socket.handshake(), (handshake, n) -> n > 1 ? n - 1 : null);
        byUser.remove(held.who().userId(), socket);
        byGroup.remove(held.who().group(), socket);
        byNamespace.remove(socket.namespace(), socket);
        held.rooms().forEach(room -> byRoom.remove(room, socket));
        return true;
    }

    /** Whether the connection that this handshake began is in some namespace. */
    public synchronized boolean isConnected(Handshake handshake) {
        return connections.containsKey(handshake);
    }

    /** The socket is in that room now, so that broadcasts to the room reach it. A socket that is not registered is in none. */
    public synchronized void enter(Socket socket, String room) {
        var held = sockets.get(socket);
        if (held != null && held.rooms().add(room)) {
            byRoom.add(room, socket);
        }
    }

    public synchronized void leave(Socket socket, String room) {
        var held = sockets.get(socket);
        if (held != null && held.rooms().remove(room)) {
            byRoom.remove(room, socket);
        }
    }

    public synchronized List<Entry> all() {
        return entries(sockets.keySet());
    }

    public synchronized List<Entry> ofUser(String userId) {
        return entries(byUser.of(userId));
    }

    public synchronized List<Entry> ofGroup(String group) {
        return entries(byGroup.of(group));
    }

    public synchronized List<Entry> inRoom(String room) {
        return entries(byRoom.of(room));
    }

    /** Those who are connected. */
    public synchronized Set<String> users() {
        return byUser.keys();
    }

    public synchronized Set<String> groups() {
        return byGroup.keys();
    }

    public synchronized Counts counts() {
        return new Counts(
                connections.size(), sockets.size(), byUser.size(), byGroup.size(), byRoom.size(), byNamespace.sizes());
    }

    private List<Entry> entries(Collection<Socket> some) {
        var found = new ArrayList<Entry>(some.size());
        for (var socket : some) {
            var held = sockets.get(socket);
            if (held != null) {
                found.add(new Entry(socket, held.who(), held.rooms()));
            }
        }
        return List.copyOf(found);
    }
}
