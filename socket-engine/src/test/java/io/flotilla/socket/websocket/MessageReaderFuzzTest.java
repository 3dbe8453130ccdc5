package io.flotilla.socket.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever bytes come, they mean the same in one go and in pieces, and at most one violation ends them. */
class MessageReaderFuzzTest {
    private static final int MOST = 4_096;

    @FuzzTest(maxDuration = "30s")
    void readsTheSameHoweverItIsCut(byte[] input) {
        var whole = Heard.of(input, MOST, Math.max(input.length, 1));

        assertThat(Heard.of(input, MOST, 1)).isEqualTo(whole);
        assertThat(Heard.of(input, MOST, 7)).isEqualTo(whole);
        assertThat(whole.stream().filter(said -> said.startsWith("violation") || said.startsWith("close")))
                .hasSizeLessThanOrEqualTo(1);
    }
}
