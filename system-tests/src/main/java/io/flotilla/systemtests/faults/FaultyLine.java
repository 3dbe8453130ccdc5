package io.flotilla.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A door of the product behind a network that can be made slow, mute or torn. What is set counts for open connections and for new ones;
 * what is done ({@code cut…}, {@link #hush}) happens to those that are open. Thread-safe.
 */
public final class FaultyLine implements AutoCloseable {
    private final URI target;
    private final ServerSocket door;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile Weather weather = Weather.FAIR;
    private volatile boolean refusing;
    private volatile long nextEndsAfter = Long.MAX_VALUE;

    private FaultyLine(URI target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    public static FaultyLine to(URI target) {
        try {
            var line = new FaultyLine(target, new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("faulty-line").start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen", e);
        }
    }

    /** The door as clients shall know it. */
    public URI url() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    /** Each way takes that much longer. */
    public void latency(Duration each) {
        weather = weather.withLatency(each);
    }

    /** What a connection carries towards its client, at most. */
    public void bytesPerSecond(long most) {
        weather = weather.withBytesPerSecond(most);
    }

    /** Nothing moves any more, in neither direction; nobody is told. */
    public void stall() {
        weather = weather.withStalled(true);
    }

    /** What a {@link #stall} kept arrives. */
    public void flow() {
        weather = weather.withStalled(false);
    }

    /** Whether whoever comes is reset. */
    public void refuse(boolean all) {
        refusing = all;
    }

    /** The next connection is reset once so many bytes came for the client: anywhere, also inside a frame. */
    public void cutNextAfter(long bytes) {
        nextEndsAfter = bytes;
    }

    /** Resets both sides of every open connection. Returns how many there were. */
    public int cut() {
        var open = List.copyOf(connections);
        open.forEach(Connection::reset);
        return open.size();
    }

    /** Resets one open connection, whichever. Returns whether there was one. */
    public boolean cutOne() {
        var open = List.copyOf(connections);
        if (open.isEmpty()) {
            return false;
        }
        open.get(ThreadLocalRandom.current().nextInt(open.size())).reset();
        return true;
    }

    /** Both sides believe for ever that the other one is there and silent: what they send is swallowed. */
    public void hush() {
        connections.forEach(Connection::hush);
    }

    /** Open connections. */
    public int open() {
        return connections.size();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close", e);
        }
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                take(door.accept());
            } catch (IOException e) {
                // Closed, or this one was gone before it was taken.
            }
        }
    }

    private void take(Socket client) throws IOException {
        if (refusing) {
            Connection.reset(client);
            return;
        }
        try {
            var server = new Socket(target.getHost(), target.getPort());
            var most = nextEndsAfter;
            nextEndsAfter = Long.MAX_VALUE;
            var connection = new Connection(client, server, () -> weather, most, connections::remove);
            connections.add(connection);
            connection.start();
        } catch (IOException e) {
            Connection.reset(client);
        }
    }
}
