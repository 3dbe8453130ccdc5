package io.flotilla.systemtests.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The npm package {@code socket.io} as a process, with the namespaces of {@code src/main/peers/reference.mjs}. */
public final class ReferenceServer implements AutoCloseable {
    private final Process process;
    private final int port;

    private ReferenceServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one, on a port of its own.
     *
     * @param redis that several such servers share; none for one alone
     */
    public static ReferenceServer start(Optional<String> redis) {
        try {
            var command = PeersFolder.installed().node("reference.mjs", "0");
            redis.ifPresent(command.command()::add);
            var process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            return new ReferenceServer(process, port(process.inputReader(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the reference server", e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static int port(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                return Integer.parseInt(line.substring("ready ".length()));
            }
        }
        throw new IOException("the reference server ended before it was ready");
    }
}
