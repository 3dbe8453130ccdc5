package io.flotilla.gateway.media;

import static io.flotilla.gateway.protocol.Format.H264;
import static io.flotilla.gateway.protocol.Format.JPEG;
import static io.flotilla.gateway.protocol.Format.VP8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.media.Audience.Member;
import io.flotilla.gateway.protocol.Act;
import io.flotilla.gateway.protocol.Format;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The small decisions of the fan-out, each without I/O. */
class DecisionsTest {
    private static final Member ALL = looking(H264, VP8, JPEG);
    private static final Member NO_H264 = looking(VP8, JPEG);
    private static final Member PICTURES = looking(JPEG);
    private static final Member SILENT = new Member(false, true, null);
    private static final Member AWAY = new Member(false, false, Set.of(JPEG));

    static Stream<Arguments> audiences() {
        return Stream.of(
                Arguments.of(List.of(), Set.of()),
                Arguments.of(List.of(ALL), Set.of(H264)),
                Arguments.of(List.of(ALL, NO_H264), Set.of(VP8)),
                Arguments.of(List.of(ALL, PICTURES), Set.of(H264, JPEG)),
                Arguments.of(List.of(ALL, NO_H264, PICTURES), Set.of(VP8, JPEG)),
                Arguments.of(List.of(PICTURES), Set.of(JPEG)),
                Arguments.of(List.of(SILENT), Set.of(H264)),
                Arguments.of(List.of(SILENT, NO_H264), Set.of(VP8)),
                Arguments.of(List.of(ALL, AWAY), Set.of(H264)),
                Arguments.of(List.of(AWAY), Set.of()),
                Arguments.of(List.of(looking()), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("audiences")
    void anAudienceNeedsOneStreamThatAllDecodeAndPicturesForTheRest(List<Member> members, Set<Format> needed) {
        var audience = Audience.of(members);

        assertThat(audience.formats()).isEqualTo(needed);
        assertThat(audience.count()).isEqualTo(members.size());
    }

    @Test
    void aViewerIsSlowAfterTwoBadSecondsAndFastAfterTenGoodOnes() {
        var slowness = new Slowness();

        slowness.sample(true);
        slowness.sample(false);
        slowness.sample(true);
        assertThat(slowness.isSlow()).isFalse();
        slowness.sample(true);
        assertThat(slowness.isSlow()).isTrue();

        for (int i = 0; i < 9; i++) {
            slowness.sample(false);
        }
        slowness.sample(true);
        for (int i = 0; i < 9; i++) {
            slowness.sample(false);
        }
        assertThat(slowness.isSlow()).isTrue();
        slowness.sample(false);
        assertThat(slowness.isSlow()).isFalse();
    }

    @Test
    void wishesForKeyFramesAreDeferredNeverDropped() {
        var gate = new KeyFrameGate(Duration.ofMillis(500));

        assertThat(gate.ask(10_000)).hasValue(0);
        gate.passed(10_000);
        assertThat(gate.ask(10_100)).hasValue(400);
        assertThat(gate.ask(10_200)).isEmpty();
        gate.passed(10_500);
        assertThat(gate.ask(11_500)).hasValue(0);
    }

    @Test
    void pausesDoubleUpToTheLongestAndNeverFallBelowHalf() {
        var longest = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), () -> 1);
        var shortest = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), () -> 0);

        assertThat(Stream.generate(longest::next).limit(6).map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 800L, 1000L, 1000L);
        assertThat(Stream.generate(shortest::next).limit(6).map(Duration::toMillis))
                .containsExactly(50L, 100L, 200L, 400L, 500L, 500L);
        longest.reset();
        assertThat(longest.next()).hasMillis(100);
    }

    @Test
    void onlyNeighbouringMovesOfOneParticipantMerge() {
        var queue = new ActQueue(10);
        queue.add("a", move(1));
        queue.add("b", move(2));
        queue.add("a", move(3));
        queue.add("a", new Act.Text("x"));
        queue.add("a", move(4));
        queue.add("b", move(5));

        assertThat(Stream.generate(queue::poll).takeWhile(act -> act != null))
                .containsExactly(
                        new ActQueue.Authored("a", move(3)),
                        new ActQueue.Authored("b", move(5)),
                        new ActQueue.Authored("a", new Act.Text("x")),
                        new ActQueue.Authored("a", move(4)));
    }

    @Test
    void aFullQueueSaysSo() {
        var queue = new ActQueue(1);

        assertThat(queue.add("a", move(1))).isTrue();
        assertThat(queue.add("a", move(2))).isTrue();
        assertThat(queue.add("a", new Act.Text("x"))).isFalse();
    }

    @Test
    void shortAndUnknownBinaryMessagesAreNone() {
        assertThat(MediaMessage.of(Buffer.buffer(new byte[23]))).isEmpty();
        assertThat(MediaMessage.of(Buffer.buffer(new byte[24]))).isEmpty();
        assertThat(MediaMessage.of(Buffer.buffer(new byte[24]).setByte(0, (byte) 6)))
                .isEmpty();
        assertThat(MediaMessage.of(Buffer.buffer(new byte[24]).setByte(0, (byte) 5)))
                .isPresent();
    }

    @Test
    void bitratesAreSmoothed() {
        var bitrate = new Bitrate();
        for (int second = 0; second < 30; second++) {
            bitrate.count(1_000);
            bitrate.second();
        }

        assertThat(bitrate.bytesPerSecond()).isBetween(990L, 1_000L);
        assertThat(bitrate.window(100, Duration.ofMillis(500))).isBetween(495L, 500L);
        assertThat(bitrate.window(600, Duration.ofMillis(500))).isEqualTo(600);
    }

    private static Act move(double x) {
        return new Act.Pointer(Act.PointerAction.MOVE, x / 10, 0, 0);
    }

    private static Member looking(Format... formats) {
        return new Member(false, true, Set.copyOf(Arrays.asList(formats)));
    }
}
