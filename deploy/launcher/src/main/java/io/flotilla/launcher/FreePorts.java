package io.flotilla.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports for the inside, where nobody needs to know them. */
final class FreePorts {
    private FreePorts() {}

    /** Different ports that are free on loopback now. */
    static List<Integer> take(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new Trouble("No free port is left on this machine: end some programs that listen.", e);
        } finally {
            sockets.forEach(FreePorts::close);
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
