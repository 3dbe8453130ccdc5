package io.flotilla.gateway.media;

import static io.flotilla.gateway.media.ViewerWindow.Verdict.DROP_LAYER;
import static io.flotilla.gateway.media.ViewerWindow.Verdict.HIDDEN;
import static io.flotilla.gateway.media.ViewerWindow.Verdict.SEND;
import static io.flotilla.gateway.media.ViewerWindow.Verdict.SKIP_TO_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.Frames;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewerWindowTest {
    private static final long WINDOW = 12_000;
    private static final MediaMessage KEY = frame(true, 0, 1_000);
    private static final MediaMessage BASE = frame(false, 0, 1_000);
    private static final MediaMessage UPPER = frame(false, 1, 1_000);
    private static final MediaMessage SOUND = message(Frames.audio(0));

    private final ViewerWindow window = new ViewerWindow();

    /** What is on the way, in bytes, and what becomes of the next frame of each kind. */
    @ParameterizedTest
    @CsvSource({
        "    0, SEND,        SEND,        SEND",
        " 4000, SEND,        SEND,        SEND",
        " 4001, SEND,        DROP_LAYER,  SEND",
        "12000, SEND,        DROP_LAYER,  SEND",
        "12001, SKIP_TO_KEY, SKIP_TO_KEY, SEND",
        "18000, SKIP_TO_KEY, SKIP_TO_KEY, SEND",
        "18001, SKIP_TO_KEY, SKIP_TO_KEY, CUT_SOUND"
    })
    void theFullerTheWindowTheLessIsSent(
            int inFlight, ViewerWindow.Verdict base, ViewerWindow.Verdict upper, ViewerWindow.Verdict sound) {
        assertThat(playing(inFlight).on(BASE, WINDOW)).isEqualTo(base);
        assertThat(playing(inFlight).on(UPPER, WINDOW)).isEqualTo(upper);
        assertThat(playing(inFlight).on(SOUND, WINDOW)).isEqualTo(sound);
        assertThat(playing(inFlight).on(message(Frames.videoConfig()), WINDOW)).isEqualTo(SEND);
        assertThat(playing(inFlight).on(message(Frames.audioConfig()), WINDOW)).isEqualTo(SEND);
    }

    @Test
    void beginsAtAKeyFrame() {
        assertThat(window.wantsKey()).isTrue();
        assertThat(window.on(BASE, WINDOW)).isEqualTo(SKIP_TO_KEY);
        assertThat(window.on(UPPER, WINDOW)).isEqualTo(SKIP_TO_KEY);
        assertThat(window.on(KEY, WINDOW)).isEqualTo(SEND);
        assertThat(window.on(BASE, WINDOW)).isEqualTo(SEND);
        assertThat(window.wantsKey()).isFalse();
    }

    @Test
    void onceOverItWaitsForAQuarterAndThenForAKeyFrame() {
        var full = playing(12_001);
        full.on(BASE, WINDOW);

        full.acked(9_001, WINDOW);
        assertThat(full.wantsKey()).isFalse();
        assertThat(full.on(KEY, WINDOW)).isEqualTo(SKIP_TO_KEY);

        full.acked(10_001, WINDOW);
        assertThat(full.wantsKey()).isTrue();
        assertThat(full.on(BASE, WINDOW)).isEqualTo(SKIP_TO_KEY);
        assertThat(full.on(KEY, WINDOW)).isEqualTo(SEND);
        assertThat(full.on(BASE, WINDOW)).isEqualTo(SEND);
    }

    @Test
    void anUpperLayerOnceLeftOutComesBackWithTheNextBaseFrame() {
        var third = playing(5_000);
        assertThat(third.on(UPPER, WINDOW)).isEqualTo(DROP_LAYER);

        third.acked(6_000, WINDOW);
        assertThat(third.on(UPPER, WINDOW)).isEqualTo(DROP_LAYER);
        assertThat(third.on(BASE, WINDOW)).isEqualTo(SEND);
        assertThat(third.on(UPPER, WINDOW)).isEqualTo(SEND);
    }

    @Test
    void aNewConfigWantsAKeyFrame() {
        var playing = playing(0);

        playing.on(message(Frames.videoConfig()), WINDOW);

        assertThat(playing.needsKey()).isTrue();
        assertThat(playing.wantsKey()).as("it comes by itself").isFalse();
        assertThat(playing.on(BASE, WINDOW)).isEqualTo(SKIP_TO_KEY);
        assertThat(playing.wantsKey()).as("it did not").isTrue();
        assertThat(playing.on(KEY, WINDOW)).isEqualTo(SEND);
    }

    @Test
    void whoLooksAwayHearsOnlyAndComesBackAtAKeyFrame() {
        var playing = playing(0);

        playing.visible(false);
        assertThat(playing.on(KEY, WINDOW)).isEqualTo(HIDDEN);
        assertThat(playing.on(message(Frames.still(0, true)), WINDOW)).isEqualTo(HIDDEN);
        assertThat(playing.on(SOUND, WINDOW)).isEqualTo(SEND);
        assertThat(playing.wantsKey()).isFalse();

        playing.visible(true);
        assertThat(playing.wantsKey()).isTrue();
        assertThat(playing.on(BASE, WINDOW)).isEqualTo(SKIP_TO_KEY);
    }

    @Test
    void aFrameLargerThanTheWindowStillGetsThrough() {
        assertThat(window.on(frame(true, 0, 100_000), WINDOW)).isEqualTo(SEND);
        assertThat(window.on(BASE, WINDOW)).isEqualTo(SKIP_TO_KEY);
    }

    @Test
    void stillsWaitLikeFrames() {
        assertThat(playing(12_000).on(message(Frames.still(0, true)), WINDOW)).isEqualTo(SEND);
        assertThat(playing(12_001).on(message(Frames.still(0, true)), WINDOW)).isEqualTo(SKIP_TO_KEY);
    }

    @Test
    void acksNeverGoBackAndNeverBeyondWhatWasSent() {
        var playing = playing(5_000);

        assertThat(playing.acked(4_000, WINDOW)).isTrue();
        assertThat(playing.acked(1_000, WINDOW)).isTrue();
        assertThat(playing.inFlight()).isEqualTo(2_000);
        assertThat(playing.acked(6_001, WINDOW)).isFalse();
    }

    /** One that has drawn a key frame of 1000 bytes, with that much more on the way. */
    private static ViewerWindow playing(int inFlight) {
        var window = new ViewerWindow();
        window.on(KEY, WINDOW);
        window.acked(1_000, WINDOW);
        if (inFlight > 0) {
            window.on(frame(false, 0, inFlight), Long.MAX_VALUE / 4);
        }
        return window;
    }

    private static MediaMessage frame(boolean key, int layer, int size) {
        return message(Frames.video(0, key, layer, size - MediaMessage.HEADER));
    }

    private static MediaMessage message(Buffer bytes) {
        return MediaMessage.of(bytes).orElseThrow();
    }
}
