package io.flotilla.bench.fanout;

import io.flotilla.bench.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** A Redis for the reference server's nodes, that keeps nothing. */
final class RedisProcess implements AutoCloseable {
    private static final int TRIES = 100;

    private final Process process;
    private final int port;

    RedisProcess(Path binary) {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            process = new ProcessBuilder(
                            binary.toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Redis", e);
        }
        awaitOpen();
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void awaitOpen() {
        for (int i = 0; i < TRIES; i++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                Usage.pause(Duration.ofMillis(50));
            }
        }
        throw new IllegalStateException("Redis did not start");
    }
}
