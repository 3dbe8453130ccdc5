package io.flotilla.socket.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {
    @ParameterizedTest
    @CsvSource({"0, 8200", "1, 8201", "125, 827d", "126, 827e007e", "65535, 827effff", "65536, 827f0000000000010000"})
    void writesTheShortestHeadThatDoes(int payload, String head) {
        var out = Unpooled.buffer();

        Frames.binary(out, new byte[payload]);

        assertThat(ByteBufUtil.hexDump(out, 0, out.readableBytes() - payload)).isEqualTo(head);
        assertThat(out.readableBytes()).isEqualTo(Frames.size(payload));
    }

    @Test
    void cutsALongReasonBetweenCharacters() {
        var frame = Frames.close(ByteBufAllocator.DEFAULT, 4001, "x" + "é".repeat(80));

        assertThat(frame.readableBytes()).isEqualTo(2 + 2 + 123);
        assertThat(frame.getByte(frame.readableBytes() - 2) & 0xFF).isEqualTo(0xC3);
        frame.release();
    }

    @Test
    void sendsNoCodeFor1005() {
        var frame = Frames.close(ByteBufAllocator.DEFAULT, 1005, "");

        assertThat(ByteBufUtil.hexDump(frame)).isEqualTo("8800");
        frame.release();
    }

    @Test
    void answersTheKeyOfTheStandardsExample() {
        assertThat(OpeningHandshake.answer("dGhlIHNhbXBsZSBub25jZQ==")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }
}
