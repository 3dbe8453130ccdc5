package io.flotilla.vmbroker.x11;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The pointer's shape, and when it changes (XFIXES). */
public final class Cursor {
    /** Pixels are premultiplied ARGB; compared by identity only. */
    @SuppressWarnings("ArrayRecordComponent") // read once and thrown away, never a key
    public record Image(int width, int height, int hotX, int hotY, int[] pixels) {}

    private static final int LARGEST = 256;

    private final XConnection display;
    private final XExtension fixes;

    public Cursor(XConnection display) throws IOException {
        this.display = display;
        this.fixes = display.extension("XFIXES");
        display.ask(fixes.request(0).u32(4).u32(0));
        display.send(fixes.request(3).u32(display.root()).u32(1));
    }

    public boolean isChange(ByteBuffer event) {
        return (event.get(0) & 0x7f) == fixes.firstEvent() + 1;
    }

    public Image now() throws IOException {
        var reply = display.ask(fixes.request(4));
        var width = reply.getShort(12) & 0xffff;
        var height = reply.getShort(14) & 0xffff;
        if (width > LARGEST || height > LARGEST) {
            throw new XFailed("a cursor of " + width + "x" + height);
        }
        var pixels = new int[width * height];
        reply.position(32).slice().order(reply.order()).asIntBuffer().get(pixels);
        return new Image(width, height, reply.getShort(16) & 0xffff, reply.getShort(18) & 0xffff, pixels);
    }
}
