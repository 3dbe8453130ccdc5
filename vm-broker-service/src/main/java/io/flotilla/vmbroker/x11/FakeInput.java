package io.flotilla.vmbroker.x11;

import java.io.IOException;

/** Keys, buttons and moves as if from real devices (XTEST), in the order of the calls. */
public final class FakeInput {
    private static final int KEY_PRESS = 2;
    private static final int KEY_RELEASE = 3;
    private static final int BUTTON_PRESS = 4;
    private static final int BUTTON_RELEASE = 5;
    private static final int MOTION = 6;
    private static final int CHANGE_KEYBOARD_CONTROL = 102;
    private static final int AUTO_REPEAT_MODE = 1 << 7;

    private final XConnection display;
    private final XExtension xtest;

    public FakeInput(XConnection display) throws IOException {
        this.display = display;
        this.xtest = display.extension("XTEST");
        // The author's own keyboard repeats; a late key-up must not write a row of letters.
        display.send(
                XRequest.of(CHANGE_KEYBOARD_CONTROL, 0).u32(AUTO_REPEAT_MODE).u32(0));
    }

    public void key(int keycode, boolean down) throws IOException {
        fake(down ? KEY_PRESS : KEY_RELEASE, keycode, 0, 0);
    }

    public void button(int button, boolean down) throws IOException {
        fake(down ? BUTTON_PRESS : BUTTON_RELEASE, button, 0, 0);
    }

    public void move(int x, int y) throws IOException {
        fake(MOTION, 0, x, y);
    }

    private void fake(int type, int detail, int x, int y) throws IOException {
        display.send(xtest.request(2)
                .u8(type)
                .u8(detail)
                .u16(0)
                .u32(0)
                .u32(display.root())
                .zeros(8)
                .u16(x)
                .u16(y)
                .zeros(8));
    }
}
