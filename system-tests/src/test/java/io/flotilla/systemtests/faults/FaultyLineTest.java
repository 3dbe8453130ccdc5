package io.flotilla.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that gives back what it gets. */
final class FaultyLineTest {
    private ServerSocket echo;
    private FaultyLine line;
    private final CopyOnWriteArrayList<Socket> served = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        line = FaultyLine.to(URI.create("http://127.0.0.1:" + echo.getLocalPort()));
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        echo.close();
    }

    @Test
    void whatIsSentComesBackInOrder() throws IOException {
        try (var client = client()) {
            for (int i = 0; i < 200; i++) {
                client.getOutputStream().write(i);
            }
            for (int i = 0; i < 200; i++) {
                assertThat(client.getInputStream().read()).isEqualTo(i);
            }
        }
    }

    @Test
    void latencyIsAddedEachWayAndKeepsTheOrder() throws IOException {
        line.latency(Duration.ofMillis(100));
        try (var client = client()) {
            var begun = System.nanoTime();
            client.getOutputStream().write(new byte[] {1, 2, 3});
            assertThat(client.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void aNarrowLineCarriesNoMoreThanItMay() throws IOException {
        line.bytesPerSecond(100_000);
        try (var client = client()) {
            var begun = System.nanoTime();
            client.getOutputStream().write(new byte[30_000]);
            assertThat(client.getInputStream().readNBytes(30_000)).hasSize(30_000);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void aStallKeepsWhatIsSentUntilItIsOver() throws IOException {
        try (var client = client()) {
            line.stall();
            client.getOutputStream().write(7);
            client.setSoTimeout(100);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            line.flow();

            client.setSoTimeout(20_000);
            assertThat(client.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void aCutResetsBothSides() throws IOException {
        try (var client = client()) {
            roundTrip(client);

            assertThat(line.cut()).isEqualTo(1);

            assertThatThrownBy(() -> client.getInputStream().read()).hasMessageContaining("reset");
            await().until(() -> served.getFirst().isClosed());
            assertThat(line.open()).isZero();
        }
    }

    @Test
    void aHushedConnectionStaysOpenAndSilentWhileNewOnesWork() throws IOException {
        try (var client = client()) {
            roundTrip(client);
            line.hush();
            client.getOutputStream().write(1);
            client.setSoTimeout(100);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            try (var other = client()) {
                roundTrip(other);
            }
            assertThat(served.getFirst().isClosed()).isFalse();
        }
    }

    @Test
    void theNextConnectionEndsWithinAMessageWhenToldSo() throws IOException {
        line.cutNextAfter(3);
        try (var client = client();
                var other = client()) {
            client.getOutputStream().write(new byte[10]);
            assertThatThrownBy(() -> client.getInputStream().readNBytes(10)).isInstanceOf(IOException.class);
            roundTrip(other);
        }
    }

    @Test
    void refusingMeansAReset() throws IOException {
        line.refuse(true);
        assertThatThrownBy(() -> {
                    try (var client = client()) {
                        roundTrip(client);
                    }
                })
                .isInstanceOf(IOException.class);
        line.refuse(false);
        try (var client = client()) {
            roundTrip(client);
        }
    }

    private Socket client() throws IOException {
        var client = new Socket("localhost", line.url().getPort());
        client.setSoTimeout(20_000);
        return client;
    }

    private static void roundTrip(Socket client) throws IOException {
        client.getOutputStream().write(42);
        if (client.getInputStream().read() != 42) {
            throw new IOException("not what was sent");
        }
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                var socket = echo.accept();
                served.add(socket);
                Thread.ofVirtual().start(() -> giveBack(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void giveBack(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // Closed by the client.
        }
    }
}
