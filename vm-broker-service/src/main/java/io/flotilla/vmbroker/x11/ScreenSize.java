package io.flotilla.vmbroker.x11;

import java.io.IOException;

/** Makes the screen smaller or larger, up to the size the display was started with (RANDR 1.2). */
public final class ScreenSize {
    private static final int SET_SCREEN_SIZE = 7;
    private static final int CREATE_MODE = 16;
    private static final int ADD_OUTPUT_MODE = 18;
    private static final int SET_CRTC = 21;
    private static final int GET_RESOURCES = 25;
    private static final int ROTATE_0 = 1;
    /** A quarter of a millimetre a pixel: 96 dpi, so that pages are not scaled. */
    private static final double MM_PER_PX = 25.4 / 96;

    private final XConnection display;
    private final XExtension randr;
    private final int crtc;
    private final int output;

    public ScreenSize(XConnection display) throws IOException {
        this.display = display;
        this.randr = display.extension("RANDR");
        display.ask(randr.request(0).u32(1).u32(5));
        var resources = display.ask(randr.request(GET_RESOURCES).u32(display.root()));
        var crtcs = resources.getShort(16) & 0xffff;
        this.crtc = resources.getInt(32);
        this.output = resources.getInt(32 + crtcs * 4);
    }

    public void set(int width, int height) throws IOException {
        var mode = display.ask(mode(width, height)).getInt(8);
        display.send(randr.request(ADD_OUTPUT_MODE).u32(output).u32(mode));
        display.ask(crtc(0, false));
        display.send(randr.request(SET_SCREEN_SIZE)
                .u32(display.root())
                .u16(width)
                .u16(height)
                .u32((int) Math.round(width * MM_PER_PX))
                .u32((int) Math.round(height * MM_PER_PX)));
        display.ask(crtc(mode, true));
    }

    private XRequest mode(int width, int height) {
        var name = width + "x" + height + "." + Integer.toHexString(display.newId());
        return randr.request(CREATE_MODE)
                .u32(display.root())
                .u32(0)
                .u16(width)
                .u16(height)
                .u32(width * height * 60)
                .u16(width)
                .u16(width)
                .u16(width)
                .u16(0)
                .u16(height)
                .u16(height)
                .u16(height)
                .u16(name.length())
                .u32(0)
                .text(name);
    }

    private XRequest crtc(int mode, boolean on) {
        var request = randr.request(SET_CRTC)
                .u32(crtc)
                .u32(0)
                .u32(0)
                .u16(0)
                .u16(0)
                .u32(mode)
                .u16(ROTATE_0)
                .u16(0);
        return on ? request.u32(output) : request;
    }
}
