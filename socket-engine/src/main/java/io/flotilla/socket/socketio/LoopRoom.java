package io.flotilla.socket.socketio;

import io.flotilla.socket.Outgoing;
import io.flotilla.socket.Room;
import io.flotilla.socket.Socket;
import io.flotilla.socket.loop.Lane;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Members by event loop. Whatever is asked of the room is handed to all lanes under one lock: so every member sees the same order, and
 * who was added before an event gets it. Each {@link RoomShard} is changed and read on its own loop only.
 */
public final class LoopRoom implements Room {
    private final Set<Socket> members = new LinkedHashSet<>();
    /** Sockets that an application made itself, for a test or to listen in: they have no lane. */
    private final Set<Socket> strangers = new LinkedHashSet<>();

    private final Map<Lane, RoomShard> shards = new HashMap<>();

    @Override
    public synchronized boolean add(Socket socket) {
        if (!members.add(socket)) {
            return false;
        }
        if (socket instanceof Member member) {
            var shard = shards.computeIfAbsent(member.lane(), lane -> new RoomShard());
            shard.expected++;
            member.lane().run(() -> shard.add(member));
        } else {
            strangers.add(socket);
        }
        return true;
    }

    @Override
    public synchronized boolean remove(Socket socket) {
        if (!members.remove(socket)) {
            return false;
        }
        strangers.remove(socket);
        if (socket instanceof Member member) {
            var shard = shards.get(member.lane());
            if (shard != null) {
                if (--shard.expected == 0) {
                    shards.remove(member.lane());
                }
                member.lane().run(() -> shard.remove(member));
            }
        }
        return true;
    }

    @Override
    public synchronized int size() {
        return members.size();
    }

    @Override
    public synchronized List<Socket> sockets() {
        return List.copyOf(members);
    }

    @Override
    public void emit(Outgoing event) {
        emit(event, socket -> true);
    }

    @Override
    public synchronized void emit(Outgoing event, Predicate<Socket> to) {
        send((EncodedEvent) event, to::test);
        strangers.stream().filter(to).forEach(stranger -> stranger.emit(event));
    }

    @Override
    public synchronized void emitVolatile(Outgoing event, Predicate<Socket> to) {
        send((EncodedEvent) event, member -> member.isNear() && to.test(member));
        strangers.stream().filter(to).forEach(stranger -> stranger.emitVolatile(event));
    }

    private void send(EncodedEvent event, Predicate<Member> to) {
        shards.forEach((lane, shard) -> lane.run(() -> shard.deliver(event, to)));
    }
}
