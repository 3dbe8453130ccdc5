package io.flotilla.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.Frames;
import io.flotilla.gateway.Player;
import io.flotilla.gateway.ScriptedBroker;
import io.flotilla.gateway.SharedVmScene;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The promise that one slow viewer hurts nobody else, kept by real sockets. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class SlowViewerIT extends SharedVmScene {
    private static final int FRAME = 8_000;
    private static final int FRAMES = 200;
    private static final int PERIOD_MS = 30;
    private static final int WINDOW = 96 * 1024;
    private static final int FAST_MAY_LAG = 4;

    @Test
    void theFastOneLosesNothingTheHalfFastSeesADecodableHalfAndTheStalledIsClosed() {
        try (var stalledStudio = Player.Studio.at(port);
                var timers = Executors.newScheduledThreadPool(1)) {
            var fast = join("fast", "viewer");
            var half = join("half", "viewer");
            var stalled = stalledStudio.open(vm.vmId(), vm.with("stalled", "viewer"));
            await().until(() -> viewers(broker) == 3);
            half.stopAcknowledging();
            stalled.freeze();

            var script = new Script(broker);
            var reader = new HalfSpeed(half);
            var playing = timers.scheduleAtFixedRate(
                    () -> {
                        // Who is fast is fast compared with the script, however slow the machine is.
                        if (script.sent.size() - fast.media().size() <= FAST_MAY_LAG) {
                            script.next();
                            reader.draw();
                        }
                    },
                    0,
                    PERIOD_MS,
                    TimeUnit.MILLISECONDS);

            await().atMost(Duration.ofSeconds(90)).until(() -> script.sent.size() >= FRAMES);
            await().atMost(Duration.ofSeconds(30)).until(() -> viewers(broker) == 2);
            await().atMost(Duration.ofSeconds(30)).until(() -> fast.media().size() >= FRAMES);
            // Frames have thousands of bytes: a failure names their numbers only.
            assertThat(sequences(fast.media()))
                    .startsWith(sequences(script.sent).toArray(Long[]::new));
            assertThat(reader.furthestBehind).isLessThan(WINDOW + 2L * FRAME);
            assertThat(half.media().size()).isBetween(FRAMES / 4, FRAMES * 3 / 4);
            assertDecodes(half.media());
            assertThat(broker.heard("viewers")).anyMatch(said -> said.getBoolean("layers"));
            assertThat(playing.isDone()).isFalse();
        }
    }

    private static List<Long> sequences(List<Buffer> frames) {
        return frames.stream().limit(FRAMES).map(Frames::sequence).toList();
    }

    private static int viewers(ScriptedBroker broker) {
        var said = broker.heard("viewers");
        return said.isEmpty() ? 0 : said.getLast().getInteger("count");
    }

    /** Base frames (even) lean on the base frame before, upper ones (odd) on the base frame right before them. */
    private static void assertDecodes(List<Buffer> received) {
        long base = -1;
        for (var frame : received) {
            var sequence = Frames.sequence(frame);
            if (Frames.isKey(frame)) {
                base = sequence;
            } else if (sequence % 2 == 0) {
                assertThat(sequence).isEqualTo(base + 2);
                base = sequence;
            } else {
                assertThat(sequence).isEqualTo(base + 1);
            }
        }
    }

    /** Two temporal layers at twice what the half-fast viewer takes, and a key frame whenever one was asked for. */
    private static final class Script {
        private final ScriptedBroker broker;
        private final List<Buffer> sent = new CopyOnWriteArrayList<>();
        private int answered;

        Script(ScriptedBroker broker) {
            this.broker = broker;
        }

        void next() {
            var sequence = sent.size();
            var base = sequence % 2 == 0;
            var asked = broker.heard("key-frame").size();
            var key = base && (sequence == 0 || asked > answered);
            if (key) {
                answered = asked;
            }
            var frame = Frames.video(sequence, key, base ? 0 : 1, FRAME);
            sent.add(frame);
            broker.send(frame);
        }
    }

    /** Draws half a stream. */
    private static final class HalfSpeed {
        private final Player player;
        private long drawn;
        private long furthestBehind;

        HalfSpeed(Player player) {
            this.player = player;
        }

        void draw() {
            var received = player.received();
            furthestBehind = Math.max(furthestBehind, received - drawn);
            drawn = Math.min(received, drawn + FRAME / 2);
            player.acknowledge(drawn);
        }
    }
}
