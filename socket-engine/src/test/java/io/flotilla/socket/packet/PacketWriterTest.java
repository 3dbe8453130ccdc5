package io.flotilla.socket.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketWriterTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void writesPacketsOfTheMainNamespaceWithoutItsName() {
        assertThat(text(PacketWriter.event('4', "/", "hello", JSON.numberNode(1))))
                .isEqualTo("42[\"hello\",1]");
        assertThat(text(PacketWriter.entered('4', "/", "abc", null))).isEqualTo("40{\"sid\":\"abc\"}");
        assertThat(text(PacketWriter.disconnected('4', "/"))).isEqualTo("41");
    }

    @Test
    void writesPacketsOfOtherNamespaces() {
        assertThat(text(PacketWriter.event('4', "/rooms", "hello"))).isEqualTo("42/rooms,[\"hello\"]");
        assertThat(text(PacketWriter.ack('4', "/rooms", 12, TextNode.valueOf("ok"))))
                .isEqualTo("43/rooms,12[\"ok\"]");
        assertThat(text(PacketWriter.entered('4', "/rooms", "abc", "secret")))
                .isEqualTo("40/rooms,{\"sid\":\"abc\",\"pid\":\"secret\"}");
        assertThat(text(PacketWriter.refused(
                        '4', "/rooms", "no", JSON.objectNode().put("code", "banned"))))
                .isEqualTo("44/rooms,{\"message\":\"no\",\"data\":{\"code\":\"banned\"}}");
        assertThat(text(PacketWriter.disconnected('4', "/rooms"))).isEqualTo("41/rooms,");
    }

    @Test
    void takesBytesOutAndLeavesPlaceholders() {
        var args = JSON.objectNode().set("picture", BinaryNode.valueOf(new byte[] {1, 2}));

        var written = PacketWriter.event('4', "/", "a", args, BinaryNode.valueOf(new byte[] {3}));

        assertThat(text(written))
                .isEqualTo(
                        "452-[\"a\",{\"picture\":{\"_placeholder\":true,\"num\":0}},{\"_placeholder\":true,\"num\":1}]");
        assertThat(written.attachments()).containsExactly(new byte[] {1, 2}, new byte[] {3});
        assertThat(args.path("picture").isBinary()).isTrue();
    }

    @Test
    void escapesHalfASurrogatePair() {
        assertThat(text(PacketWriter.event('4', "/", "a", TextNode.valueOf("x\ud800"))))
                .isEqualTo("42[\"a\",\"x\\uD800\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
    void refusesReservedNames(String name) {
        assertThatThrownBy(() -> PacketWriter.event('4', "/", name)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(PacketWriter.Written written) {
        return new String(written.text(), StandardCharsets.UTF_8);
    }
}
