package io.flotilla.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class UpgradeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final EngineSettings SETTINGS = new EngineSettings(
            Duration.ofSeconds(25),
            Duration.ofSeconds(20),
            1_000_000,
            Duration.ofMillis(300),
            Duration.ofSeconds(45),
            1_000_000,
            16);

    private final Recorder main = new Recorder();
    private final TestServer server = new TestServer(SETTINGS, main);

    @AfterEach
    void stop() {
        server.close();
    }

    @RepeatedTest(10)
    void losesAndDoublesNothingInTheHandover() throws Exception {
        var polls = Polls.entered(server.port());
        await().atMost(PATIENCE).until(() -> main.sockets.size() == 1);
        var socket = main.sockets.getFirst();
        var got = new ArrayList<Integer>();
        var upgraded = new AtomicBoolean();
        var emitted = new AtomicInteger();
        var emitter = Thread.ofPlatform().start(() -> {
            // All through the handover and some time after.
            for (var after = 0; after < 200; after += upgraded.get() ? 1 : 0) {
                socket.emit("n", IntNode.valueOf(emitted.getAndIncrement()));
                LockSupport.parkNanos(20_000);
            }
        });
        for (var i = 0; i < 3; i++) {
            got.addAll(numbers(polls.poll()));
        }

        try (var wire = RawWebSocket.open(server.port(), "EIO=4&transport=websocket&sid=" + polls.sid())) {
            wire.send("2probe");
            assertThat(wire.next()).isEqualTo("text 3probe");
            // A request that waits comes home at once; then nothing is polled any more.
            got.addAll(numbers(polls.poll()));
            wire.send("5");
            got.addAll(numbers(wire.next().substring("text ".length())));
            upgraded.set(true);
            emitter.join();
            while (got.size() < emitted.get()) {
                got.addAll(numbers(wire.next().substring("text ".length())));
            }
            wire.send("42[\"echo\",\"over\"]");
            assertThat(wire.next()).isEqualTo("text 42[\"echoed\",\"over\"]");
        }

        assertThat(got)
                .hasSizeGreaterThan(200)
                .containsExactlyElementsOf(
                        IntStream.range(0, emitted.get()).boxed().toList());
    }

    @Test
    void keepsPollingWhenTheProbeIsOdd() throws Exception {
        var polls = Polls.entered(server.port());
        try (var wire = RawWebSocket.open(server.port(), "EIO=4&transport=websocket&sid=" + polls.sid())) {
            wire.send("4not a probe");
            assertThat(wire.next()).startsWith("close");
        }
        stillPolls(polls);
    }

    @Test
    void keepsPollingWhenAnUpgradeComesBeforeTheProbe() throws Exception {
        var polls = Polls.entered(server.port());
        try (var wire = RawWebSocket.open(server.port(), "EIO=4&transport=websocket&sid=" + polls.sid())) {
            wire.send("5");
            assertThat(wire.next()).startsWith("close");
        }
        stillPolls(polls);
    }

    @Test
    void keepsPollingWhenTheProbeIsNeverFinished() throws Exception {
        var polls = Polls.entered(server.port());
        try (var wire = RawWebSocket.open(server.port(), "EIO=4&transport=websocket&sid=" + polls.sid())) {
            wire.send("2probe");
            wire.next();
            assertThat(wire.next()).startsWith("close");
        }
        stillPolls(polls);
    }

    @Test
    void keepsPollingWhenTheProbeIsCut() throws Exception {
        var polls = Polls.entered(server.port());
        var wire = RawWebSocket.open(server.port(), "EIO=4&transport=websocket&sid=" + polls.sid());
        wire.send("2probe");
        wire.next();
        wire.reset();

        stillPolls(polls);
        assertThat(main.departures).isEmpty();
    }

    @Test
    void closesASecondProbeAndKeepsTheFirst() throws Exception {
        var polls = Polls.entered(server.port());
        try (var first = RawWebSocket.open(server.port(), "EIO=4&transport=websocket&sid=" + polls.sid())) {
            first.send("2probe");
            assertThat(first.next()).isEqualTo("text 3probe");
            try (var second = RawWebSocket.open(server.port(), "EIO=4&transport=websocket&sid=" + polls.sid())) {
                assertThat(second.next()).startsWith("close");
            }
            first.send("5");
            first.send("42[\"echo\"]");
            assertThat(first.next()).isEqualTo("text 42[\"echoed\"]");
        }
    }

    @Test
    void refusesToPollAfterTheUpgrade() throws Exception {
        var polls = Polls.entered(server.port());
        try (var wire = RawWebSocket.open(server.port(), "EIO=4&transport=websocket&sid=" + polls.sid())) {
            wire.send("2probe");
            wire.next();
            wire.send("5");
            wire.send("42[\"echo\"]");
            assertThat(wire.next()).isEqualTo("text 42[\"echoed\"]");

            assertThat(polls.get(polls.query()).body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
            assertThat(polls.post("3").statusCode()).isEqualTo(400);
        }
    }

    private static void stillPolls(Polls polls) throws IOException, InterruptedException {
        polls.post("42[\"echo\",\"polled\"]");
        var polled = polls.poll();
        while (polled.equals("6")) {
            polled = polls.poll();
        }
        assertThat(polled).isEqualTo("42[\"echoed\",\"polled\"]");
    }

    private static List<Integer> numbers(String payload) {
        return java.util.Arrays.stream(payload.split("\u001e"))
                .filter(packet -> packet.startsWith("42[\"n\","))
                .map(packet -> Integer.valueOf(packet.substring("42[\"n\",".length(), packet.length() - 1)))
                .toList();
    }
}
