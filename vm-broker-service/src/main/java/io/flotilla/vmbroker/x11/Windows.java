package io.flotilla.vmbroker.x11;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Requests a window manager makes. */
public final class Windows {
    /** How a window asks to lie on the screen. */
    public record Frame(int x, int y, int width, int height) {}

    private static final int CHANGE_ATTRIBUTES = 2;
    private static final int MAP = 8;
    private static final int CONFIGURE = 12;
    private static final int GET_GEOMETRY = 14;
    private static final int CHANGE_PROPERTY = 18;
    private static final int GET_PROPERTY = 20;
    private static final int SET_INPUT_FOCUS = 42;
    private static final int EVENT_MASK = 1 << 11;
    private static final int SUBSTRUCTURE_NOTIFY = 1 << 19;
    private static final int SUBSTRUCTURE_REDIRECT = 1 << 20;
    private static final int ABOVE = 0;
    private static final int ATOM = 4;
    private static final int LONGEST_PROPERTY = 1024;

    private final XConnection display;

    public Windows(XConnection display) {
        this.display = display;
    }

    /** From now on windows are mapped, moved and sized only as we say. */
    public void manage() throws IOException {
        display.send(XRequest.of(CHANGE_ATTRIBUTES, 0)
                .u32(display.root())
                .u32(EVENT_MASK)
                .u32(SUBSTRUCTURE_NOTIFY | SUBSTRUCTURE_REDIRECT));
    }

    public void map(int window) throws IOException {
        display.send(XRequest.of(MAP, 0).u32(window));
    }

    public void place(int window, Frame frame) throws IOException {
        display.send(XRequest.of(CONFIGURE, 0)
                .u32(window)
                .u16(1 | 2 | 4 | 8)
                .u16(0)
                .u32(frame.x)
                .u32(frame.y)
                .u32(frame.width)
                .u32(frame.height));
    }

    public void raise(int window) throws IOException {
        display.send(XRequest.of(CONFIGURE, 0).u32(window).u16(1 << 6).u16(0).u32(ABOVE));
    }

    /** Keys go to this window until another is told; a window that is gone gives them to the root. */
    public void focus(int window) throws IOException {
        display.send(XRequest.of(SET_INPUT_FOCUS, 1).u32(window).u32(0));
    }

    public Frame frame(int window) throws IOException {
        var reply = display.ask(XRequest.of(GET_GEOMETRY, 0).u32(window));
        return new Frame(
                reply.getShort(12), reply.getShort(14), reply.getShort(16) & 0xffff, reply.getShort(18) & 0xffff);
    }

    /** The raw value of a property, empty where there is none. */
    public ByteBuffer property(int window, int name) throws IOException {
        var reply = display.ask(
                XRequest.of(GET_PROPERTY, 0).u32(window).u32(name).u32(0).u32(0).u32(LONGEST_PROPERTY));
        var bytes = reply.getInt(16) * (reply.get(1) & 0xff) / 8;
        return reply.slice(32, Math.min(bytes, reply.remaining() - 32)).order(reply.order());
    }

    public @Nullable String text(int window, int name) throws IOException {
        var value = property(window, name);
        return value.hasRemaining() ? StandardCharsets.UTF_8.decode(value).toString() : null;
    }

    public void atoms(int window, int name, int... values) throws IOException {
        set(window, name, ATOM, values);
    }

    /** Replaces a property of 32-bit values. */
    public void set(int window, int name, int type, int... values) throws IOException {
        var request = XRequest.of(CHANGE_PROPERTY, 0)
                .u32(window)
                .u32(name)
                .u32(type)
                .u8(32)
                .zeros(3)
                .u32(values.length);
        for (var value : values) {
            request.u32(value);
        }
        display.send(request);
    }
}
