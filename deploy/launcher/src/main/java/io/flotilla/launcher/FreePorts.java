package io.flotilla.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for the inside, where nobody needs to know them. */
final class FreePorts {
    /**
     * Below those that systems give to outgoing connections and to whoever takes any: there a port may be gone again before the service
     * that was promised it listens.
     */
    private static final int FIRST = 20_000;

    private static final int END = 32_000;
    private static final int TRIES = 1_000;

    private FreePorts() {}

    /** Different ports that are free on loopback now. */
    static List<Integer> take(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int tries = 0; sockets.size() < count; tries++) {
                if (tries == TRIES) {
                    throw new Trouble("No free port is left on this machine: end some programs that listen.");
                }
                open(ThreadLocalRandom.current().nextInt(FIRST, END)).ifPresent(sockets::add);
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            sockets.forEach(FreePorts::close);
        }
    }

    private static Optional<ServerSocket> open(int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether somebody else listens there already. */
    static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port)) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
