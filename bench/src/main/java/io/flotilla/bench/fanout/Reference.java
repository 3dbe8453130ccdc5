package io.flotilla.bench.fanout;

import io.flotilla.systemtests.peers.ReferenceServer;
import io.flotilla.systemtests.wire.Entrance;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Node.js with socket.io; several nodes with its adapter for Redis. */
final class Reference implements Contestant {
    private final List<ReferenceServer> servers;
    private final Door door;

    Reference(int nodes, Optional<String> redis) {
        servers = IntStream.range(0, nodes)
                .mapToObj(number -> ReferenceServer.start(redis))
                .toList();
        door = new Door(servers.getFirst().url().resolve("/broadcast"), Map.of());
    }

    @Override
    public String name() {
        return "socket.io on Node.js";
    }

    @Override
    public int nodes() {
        return servers.size();
    }

    @Override
    public Entrance member(int number, int nodes) {
        return entrance(servers.get(number % nodes).url());
    }

    @Override
    public Entrance idler(int number) {
        return entrance(servers.getFirst().url());
    }

    @Override
    public String join() {
        return "{\"room\":\"measured\"}";
    }

    @Override
    public void broadcast(String text) {
        door.post("{\"room\":\"measured\",\"event\":\"measured\",\"data\":{\"text\":\"" + text + "\"}}");
    }

    @Override
    public List<Long> holders(int nodes) {
        return servers.subList(0, nodes).stream()
                .map(server -> server.process().pid())
                .toList();
    }

    @Override
    public void close() {
        servers.forEach(ReferenceServer::close);
    }

    private static Entrance entrance(URI url) {
        return new Entrance(url, "/rooms", Map.of(), "");
    }
}
