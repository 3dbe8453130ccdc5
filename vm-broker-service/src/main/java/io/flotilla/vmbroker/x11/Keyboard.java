package io.flotilla.vmbroker.x11;

import java.io.IOException;

/** The display's key map: which keysyms lie on which keycode, and how to put others there. */
public final class Keyboard {
    private static final int GET_KEYBOARD_MAPPING = 101;
    private static final int CHANGE_KEYBOARD_MAPPING = 100;

    private final XConnection display;

    public Keyboard(XConnection display) {
        this.display = display;
    }

    /** Keysyms by {@code [keycode][level]}; 0 where there is none. */
    public int[][] read() throws IOException {
        var first = display.firstKeycode();
        var count = display.lastKeycode() - first + 1;
        var reply = display.ask(
                XRequest.of(GET_KEYBOARD_MAPPING, 0).u8(first).u8(count).u16(0));
        var levels = reply.get(1) & 0xff;
        var map = new int[first + count][levels];
        for (int code = 0; code < count; code++) {
            for (int level = 0; level < levels; level++) {
                map[first + code][level] = reply.getInt(32 + (code * levels + level) * 4);
            }
        }
        return map;
    }

    /** Puts one keysym on both levels of a keycode, so that Shift does not change it. */
    public void assign(int keycode, int keysym) throws IOException {
        assign(keycode, keysym, keysym);
    }

    /** Puts one keysym on a keycode as it is, and one for when Shift is held. */
    public void assign(int keycode, int plain, int shifted) throws IOException {
        display.send(XRequest.of(CHANGE_KEYBOARD_MAPPING, 1)
                .u8(keycode)
                .u8(2)
                .u16(0)
                .u32(plain)
                .u32(shifted));
    }
}
