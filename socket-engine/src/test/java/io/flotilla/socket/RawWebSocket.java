package io.flotilla.socket;

import io.flotilla.socket.websocket.ClientFrame;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A WebSocket client that sends what a test wants, right or wrong, and tells what comes in words. Blocks. */
public final class RawWebSocket implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final String answer;

    private RawWebSocket(int port, String query, int receiveBuffer, String... headers) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        var request = "GET /socket.io/?" + query + " HTTP/1.1\r\nHost: test\r\n" + String.join("\r\n", headers)
                + (headers.length == 0 ? "" : "\r\n") + "\r\n";
        send(request.getBytes(StandardCharsets.US_ASCII));
        answer = head();
    }

    /** A handshake as it should be; the server's answer is not looked at. */
    public static RawWebSocket open(int port, String query, String... more) throws IOException {
        return new RawWebSocket(port, query, 0, handshake(more));
    }

    /** One with a small window, for who does not read. */
    public static RawWebSocket narrow(int port, String query) throws IOException {
        return new RawWebSocket(port, query, 4096, handshake());
    }

    /** A handshake of just these headers. */
    public static RawWebSocket ask(int port, String query, String... headers) throws IOException {
        return new RawWebSocket(port, query, 0, headers);
    }

    /** Entered the main namespace. */
    public static RawWebSocket entered(int port) throws IOException {
        var socket = open(port, "EIO=4&transport=websocket");
        socket.next();
        socket.send(ClientFrame.text("40"));
        socket.next();
        return socket;
    }

    /** Status line and headers. */
    public String answer() {
        return answer;
    }

    public RawWebSocket send(ClientFrame frame) throws IOException {
        return send(frame.bytes());
    }

    public RawWebSocket send(String text) throws IOException {
        return send(ClientFrame.text(text));
    }

    public RawWebSocket send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** {@code text …}, {@code binary hex}, {@code pong hex}, {@code close code reason}, or {@code end} of the connection. */
    public String next() throws IOException {
        try {
            var first = in.readUnsignedByte();
            var length = (long) in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            var payload = in.readNBytes((int) length);
            return switch (first & 0x0F) {
                case 1 -> "text " + new String(payload, StandardCharsets.UTF_8);
                case 2 -> "binary " + HexFormat.of().formatHex(payload);
                case 8 -> "close " + closeCode(payload);
                case 10 -> "pong " + HexFormat.of().formatHex(payload);
                default -> "odd " + first;
            };
        } catch (EOFException | SocketException e) {
            return "end";
        }
    }

    /** As {@link #next}, but pings are answered and not told. */
    public String nextButPings() throws IOException {
        var next = next();
        while (next.equals("text 2")) {
            send("3");
            next = next();
        }
        return next;
    }

    /** Without a word, as a cut cable or a killed process does. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String closeCode(byte[] payload) {
        return payload.length < 2
                ? "1005 "
                : (((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF)) + " "
                        + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
    }

    private static String[] handshake(String... more) {
        var headers = new java.util.ArrayList<>(java.util.List.of(
                "Upgrade: websocket",
                "Connection: keep-alive, Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        headers.addAll(java.util.List.of(more));
        return headers.toArray(String[]::new);
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
