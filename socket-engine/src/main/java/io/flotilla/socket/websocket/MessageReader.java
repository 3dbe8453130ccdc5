package io.flotilla.socket.websocket;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of a client's bytes as RFC 6455 wants it: what it forbids ends the reading with a {@link Violation}, text that is not
 * UTF-8 does so at the first byte that shows it, and memory grows with what came, not with what a head announces. Not thread-safe.
 */
public final class MessageReader {
    /** Who gets the messages. The arrays are the ear's to keep. */
    public interface Ear {
        void text(byte[] utf8);

        void binary(byte[] bytes);

        void ping(byte[] payload);

        /** The last call. The code is 1005 when the peer gave none. */
        void closed(int code, String reason);
    }

    private static final byte[] NOTHING = new byte[0];

    private final int most;
    private final Ear ear;
    private final FrameHead head = new FrameHead();
    private final Utf8Check utf8 = new Utf8Check();
    /** Payload bytes of the current frame read so far. */
    private int got;
    /** Of a data message in the making: its opcode, or 0. */
    private int message;

    private byte[] data = NOTHING;
    private int length;
    private byte[] control = NOTHING;
    private boolean over;

    public MessageReader(int most, Ear ear) {
        this.most = most;
        this.ear = ear;
    }

    /** Reads everything there is; what follows a close frame or a violation is thrown away. */
    public @Nullable Violation read(ByteBuf in) {
        while (!over && in.isReadable()) {
            var odd = head.isComplete() ? payload(in) : head(in);
            if (odd != null) {
                over = true;
                forget();
                return odd;
            }
        }
        in.skipBytes(in.readableBytes());
        return null;
    }

    private @Nullable Violation head(ByteBuf in) {
        var odd = head.read(in);
        if (odd != null || !head.isComplete()) {
            return odd;
        }
        got = 0;
        if (Opcode.isControl(head.opcode())) {
            control = head.length() == 0 ? NOTHING : new byte[(int) head.length()];
        } else {
            odd = begin();
        }
        return odd != null || head.length() > 0 ? odd : frameDone();
    }

    private @Nullable Violation begin() {
        var opcode = head.opcode();
        if (opcode == Opcode.CONTINUATION) {
            if (message == 0) {
                return new Violation(Violation.PROTOCOL, "nothing to continue");
            }
        } else if (message != 0) {
            return new Violation(Violation.PROTOCOL, "message within a message");
        } else {
            message = opcode;
        }
        return head.length() > most - length ? new Violation(Violation.TOO_BIG, "message too big") : null;
    }

    private @Nullable Violation payload(ByteBuf in) {
        var count = (int) Math.min(head.length() - got, in.readableBytes());
        if (Opcode.isControl(head.opcode())) {
            take(in, control, got, count);
        } else {
            makeRoom(count);
            take(in, data, length, count);
            if (message == Opcode.TEXT && !utf8.accepts(data, length, length + count)) {
                return new Violation(Violation.NOT_UTF8, "not UTF-8");
            }
            length += count;
        }
        got += count;
        return got == head.length() ? frameDone() : null;
    }

    private void take(ByteBuf in, byte[] target, int at, int count) {
        in.readBytes(target, at, count);
        for (var i = 0; i < count; i++) {
            target[at + i] ^= head.mask(got + i);
        }
    }

    /** Exactly what a message in one piece needs; twice as much as before for one in many. */
    private void makeRoom(int count) {
        var wanted = length + count;
        if (wanted > data.length) {
            var announced = length + head.length() - got;
            data = Arrays.copyOf(data, (int) Math.min(announced, Math.max(wanted, 2L * data.length)));
        }
    }

    private @Nullable Violation frameDone() {
        var opcode = head.opcode();
        var whole = head.isFinal();
        head.reset();
        return switch (opcode) {
            case Opcode.CLOSE -> close();
            case Opcode.PING -> {
                ear.ping(control);
                yield null;
            }
            case Opcode.PONG -> null;
            default -> whole ? messageDone() : null;
        };
    }

    private @Nullable Violation messageDone() {
        if (message == Opcode.TEXT && !utf8.isComplete()) {
            return new Violation(Violation.NOT_UTF8, "not UTF-8");
        }
        var bytes = data.length == length ? data : Arrays.copyOf(data, length);
        var text = message == Opcode.TEXT;
        forget();
        if (text) {
            ear.text(bytes);
        } else {
            ear.binary(bytes);
        }
        return null;
    }

    private void forget() {
        message = 0;
        data = NOTHING;
        length = 0;
        utf8.reset();
    }

    private @Nullable Violation close() {
        if (control.length == 1) {
            return new Violation(Violation.PROTOCOL, "half a close code");
        }
        var code = control.length == 0 ? CloseCodes.NONE : ((control[0] & 0xFF) << 8) | (control[1] & 0xFF);
        if (control.length > 0 && !CloseCodes.maySend(code)) {
            return new Violation(Violation.PROTOCOL, "odd close code");
        }
        if (!Utf8Check.isUtf8(control, Math.min(2, control.length), control.length)) {
            return new Violation(Violation.NOT_UTF8, "not UTF-8");
        }
        over = true;
        forget();
        var reason = control.length <= 2 ? "" : new String(control, 2, control.length - 2, StandardCharsets.UTF_8);
        ear.closed(code, reason);
        return null;
    }
}
