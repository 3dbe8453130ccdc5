package io.flotilla.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.socket.websocket.ClientFrame;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictWebSocketIT {
    private static final int FIN = 0x80;
    private static final TestServer SERVER = new TestServer(TestServer.SETTINGS, new Recorder());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void agreesOnNoExtensionAndEchoesTheFirstSubprotocol() throws IOException {
        try (var socket = RawWebSocket.open(
                SERVER.port(),
                "EIO=4&transport=websocket",
                "Sec-WebSocket-Extensions: permessage-deflate",
                "Sec-WebSocket-Protocol: one, two")) {
            assertThat(socket.answer())
                    .startsWith("HTTP/1.1 101 ")
                    .containsIgnoringCase("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
                    .containsIgnoringCase("sec-websocket-protocol: one\r\n")
                    .doesNotContainIgnoringCase("sec-websocket-extensions");
        }
    }

    @ParameterizedTest
    @MethodSource("violations")
    void closesWithTheCodeOfTheStandard(byte[] bytes, int code) throws IOException {
        try (var socket = RawWebSocket.entered(SERVER.port())) {
            socket.send(bytes);

            assertThat(socket.next()).startsWith("close " + code + " ");
        }
    }

    @Test
    void takesATextInEmptyFragments() throws IOException {
        try (var socket = RawWebSocket.entered(SERVER.port())) {
            socket.send(ClientFrame.text("").notFinal());
            socket.send(ClientFrame.text("42[\"ec").notFinal().continuing());
            socket.send(ClientFrame.text("").notFinal().continuing());
            socket.send(ClientFrame.text("ho\",\"ü\"]").continuing());

            assertThat(socket.next()).isEqualTo("text 42[\"echoed\",\"ü\"]");
        }
    }

    @Test
    void takesAFrameThatComesByteByByte() throws IOException {
        try (var socket = RawWebSocket.entered(SERVER.port())) {
            for (var single :
                    ClientFrame.text("42[\"echo\",\"" + "x".repeat(200) + "\"]").bytes()) {
                socket.send(new byte[] {single});
            }

            assertThat(socket.next()).isEqualTo("text 42[\"echoed\",\"" + "x".repeat(200) + "\"]");
        }
    }

    @Test
    void answersPingsWithTheirPayload() throws IOException {
        try (var socket = RawWebSocket.entered(SERVER.port())) {
            socket.send(ClientFrame.ping((byte) 1, (byte) 2));

            assertThat(socket.next()).isEqualTo("pong 0102");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 3000, 4999})
    void echoesACloseCodeAndHangsUp(int code) throws IOException {
        try (var socket = RawWebSocket.entered(SERVER.port())) {
            socket.send(ClientFrame.close(code, "bye"));

            assertThat(socket.next()).isEqualTo("close " + code + " ");
            assertThat(socket.next()).isEqualTo("end");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-WebSocket-Version: 8",
                "Sec-WebSocket-Key: too short",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZTE="
            })
    void refusesAnOddHandshake(String odd) throws IOException {
        var key = odd.startsWith("Sec-WebSocket-Key") ? odd : "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
        var version = odd.startsWith("Sec-WebSocket-Version") ? odd : "Sec-WebSocket-Version: 13";
        try (var socket = RawWebSocket.ask(
                SERVER.port(),
                "EIO=4&transport=websocket",
                "Upgrade: websocket",
                "Connection: Upgrade",
                key,
                version)) {
            assertThat(socket.answer()).startsWith("HTTP/1.1 400 ");
        }
    }

    static List<Arguments> violations() {
        return List.of(
                violation("reserved bit", 1002, ClientFrame.of(FIN | 0x41, (byte) '2')),
                violation("reserved opcode", 1002, ClientFrame.of(FIN | 0x3)),
                violation("not masked", 1002, ClientFrame.text("42[\"a\"]").unmasked()),
                violation("bad close code", 1002, ClientFrame.close(1005, "")),
                violation("bad close reason", 1007, ClientFrame.of(FIN | 0x8, (byte) 3, (byte) 0xE8, (byte) 0xFF)),
                violation("bad UTF-8", 1007, ClientFrame.of(FIN | 0x1, (byte) '4', (byte) 0xFF)),
                violation("bad UTF-8 within JSON", 1007, ClientFrame.of(FIN | 0x1, badJson())),
                violation("text that is cut", 1007, ClientFrame.of(FIN | 0x1, (byte) '4', (byte) 0xC3)),
                violation("too big", 1009, ClientFrame.binary(new byte[1_000_001])),
                violation("no packet of Engine.IO", 1002, ClientFrame.text("abc")),
                violation("no packet of Socket.IO", 1002, ClientFrame.text("4abc")));
    }

    private static byte[] badJson() {
        var bytes = "42[\"echo\",\"??\"]".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        bytes[11] = (byte) 0xC0;
        bytes[12] = (byte) 0xAF;
        return bytes;
    }

    private static Arguments violation(String what, int code, ClientFrame frame) {
        return Arguments.of(Named.of(what, frame.bytes()), code);
    }
}
