package io.flotilla.socket.websocket;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a reader makes of bytes, in words. */
final class Heard implements MessageReader.Ear {
    final List<String> said = new ArrayList<>();

    /** In one go, or in pieces of so many bytes. */
    static List<String> of(byte[] bytes, int most, int piece) {
        var heard = new Heard();
        var reader = new MessageReader(most, heard);
        for (var from = 0; from < bytes.length; from += piece) {
            var odd = reader.read(Unpooled.wrappedBuffer(bytes, from, Math.min(piece, bytes.length - from)));
            if (odd != null) {
                heard.said.add("violation " + odd.code());
            }
        }
        return heard.said;
    }

    @Override
    public void text(byte[] utf8) {
        said.add("text " + new String(utf8, StandardCharsets.UTF_8));
    }

    @Override
    public void binary(byte[] bytes) {
        said.add("binary " + HexFormat.of().formatHex(bytes));
    }

    @Override
    public void ping(byte[] payload) {
        said.add("ping " + HexFormat.of().formatHex(payload));
    }

    @Override
    public void closed(int code, String reason) {
        said.add("close " + code + " " + reason);
    }
}
