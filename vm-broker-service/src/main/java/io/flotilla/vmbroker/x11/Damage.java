package io.flotilla.vmbroker.x11;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Tells that something was drawn anywhere on the screen: once, until asked to listen again. */
public final class Damage {
    private static final int NON_EMPTY = 3;

    private final XConnection display;
    private final XExtension damage;
    private final int id;

    public Damage(XConnection display) throws IOException {
        this.display = display;
        this.damage = display.extension("DAMAGE");
        display.ask(damage.request(0).u32(1).u32(1));
        this.id = display.newId();
        display.send(damage.request(1).u32(id).u32(display.root()).u8(NON_EMPTY).zeros(3));
    }

    public boolean isDamage(ByteBuffer event) {
        return (event.get(0) & 0x7f) == damage.firstEvent();
    }

    /** Forgets what was drawn; the next drawing is told again. */
    public void listen() throws IOException {
        display.send(damage.request(3).u32(id).u32(0).u32(0));
    }
}
