package io.flotilla.vmbroker.screen;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.input.Held;
import io.flotilla.vmbroker.input.KeyChoice;
import io.flotilla.vmbroker.input.Keysyms;
import io.flotilla.vmbroker.input.Wheel;
import io.flotilla.vmbroker.x11.FakeInput;
import io.flotilla.vmbroker.x11.Keyboard;
import io.flotilla.vmbroker.x11.XConnection;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Carries out pointer, wheel, key and text acts on a display. One thread at a time. */
final class XHands {
    private static final int[] BUTTONS = {1, 2, 3, 8, 9};
    private static final int WHEEL_UP = 4;
    private static final int WHEEL_LEFT = 6;
    private static final int ALT = 1;
    private static final int CTRL = 2;
    private static final int META = 4;
    private static final int SHIFT_LEFT = 50;
    private static final int SHIFT_RIGHT = 62;
    private static final int CONTROL_LEFT = 37;

    private final FakeInput fake;
    private final Keyboard keyboard;
    private final KeyChoice keys;
    private final Held<String, Integer> heldKeys = new Held<>();
    private final Held<Integer, Integer> heldButtons = new Held<>();
    private final Wheel vertical = new Wheel();
    private final Wheel horizontal = new Wheel();

    XHands(XConnection display) throws IOException {
        this.fake = new FakeInput(display);
        this.keyboard = new Keyboard(display);
        this.keys = new KeyChoice(CommonLetters.put(keyboard));
    }

    void pointer(Act.Pointer act, Size size) throws IOException {
        move(act.x(), act.y(), size);
        if (act.action() == Act.PointerAction.DOWN && act.button() < BUTTONS.length) {
            var button = BUTTONS[act.button()];
            if (heldButtons.down(act.by(), act.button(), button)) {
                fake.button(button, true);
            }
        } else if (act.action() == Act.PointerAction.UP) {
            var button = heldButtons.up(act.by(), act.button());
            if (button != null) {
                fake.button(button, false);
            }
        }
    }

    void wheel(Act.Wheel act, Size size) throws IOException {
        move(act.x(), act.y(), size);
        notches(vertical.turn(act.dy()), WHEEL_UP);
        notches(horizontal.turn(act.dx()), WHEEL_LEFT);
    }

    void key(Act.Key act) throws IOException {
        if (!act.down()) {
            var keycode = heldKeys.up(act.by(), act.code());
            if (keycode != null) {
                fake.key(keycode, false);
            }
            return;
        }
        if (act.key().equals("AltGraph")) {
            liftAltGraphControl(act.by());
            return;
        }
        var before = heldKeys.heldAs(act.by(), act.code());
        if (before != null) {
            repeat(before);
            return;
        }
        var shortcut = (act.modifiers() & (ALT | CTRL | META)) != 0
                && (heldKeys.isHeld(CONTROL_LEFT) || (act.modifiers() & (ALT | META)) != 0);
        var stroke = keys.forKey(act.code(), act.key(), shiftIsHeld(), shortcut);
        if (stroke.keycode() == 0) {
            return;
        }
        if (stroke.assign()) {
            keyboard.assign(stroke.keycode(), Keysyms.of(act.key()));
        }
        // Read before the key counts as held: it may be Shift itself.
        var lifted = stroke.shift() ? List.<Integer>of() : heldShifts();
        var missing = stroke.shift() && !shiftIsHeld();
        if (heldKeys.down(act.by(), act.code(), stroke.keycode())) {
            press(stroke.keycode(), lifted, missing);
        }
    }

    /** The author's Shift may differ from what the VM's key map wants: then it changes for just this stroke. */
    private void press(int keycode, List<Integer> liftedShifts, boolean shiftMissing) throws IOException {
        for (var shift : liftedShifts) {
            fake.key(shift, false);
        }
        if (shiftMissing) {
            fake.key(SHIFT_LEFT, true);
        }
        fake.key(keycode, true);
        if (shiftMissing) {
            fake.key(SHIFT_LEFT, false);
        }
        for (var shift : liftedShifts) {
            fake.key(shift, true);
        }
    }

    private List<Integer> heldShifts() {
        return Stream.of(SHIFT_LEFT, SHIFT_RIGHT).filter(heldKeys::isHeld).toList();
    }

    boolean canType(String text) {
        return keys.canType(text);
    }

    /** Types each character; nothing else may be held by anyone while it does, so it is pressed and released at once. */
    void text(String text) throws IOException {
        for (var codePoint : text.codePoints().toArray()) {
            var stroke = keys.forCharacter(codePoint);
            if (stroke.keycode() == 0) {
                continue;
            }
            if (stroke.assign()) {
                keyboard.assign(stroke.keycode(), Keysyms.ofCharacter(codePoint));
            }
            var shift = stroke.shift() && !shiftIsHeld();
            if (shift) {
                fake.key(SHIFT_LEFT, true);
            }
            repeat(stroke.keycode());
            fake.key(stroke.keycode(), false);
            if (shift) {
                fake.key(SHIFT_LEFT, false);
            }
        }
    }

    void release(String author) throws IOException {
        for (var keycode : heldKeys.release(author)) {
            fake.key(keycode, false);
        }
        for (var button : heldButtons.release(author)) {
            fake.button(button, false);
        }
    }

    private void move(double x, double y, Size size) throws IOException {
        fake.move(pixel(x, size.width()), pixel(y, size.height()));
    }

    static int pixel(double share, int length) {
        return Math.clamp((int) (share * length), 0, length - 1);
    }

    /** A key that is down already types again only after it was up. */
    private void repeat(int keycode) throws IOException {
        fake.key(keycode, false);
        fake.key(keycode, true);
    }

    private void notches(int count, int backwards) throws IOException {
        var button = count < 0 ? backwards : backwards + 1;
        for (int notch = Math.abs(count); notch > 0; notch--) {
            fake.button(button, true);
            fake.button(button, false);
        }
    }

    /** Some systems report AltGr as Ctrl and Alt: the Ctrl was not meant, or every {@code @} would be a shortcut. */
    private void liftAltGraphControl(String author) throws IOException {
        var control = heldKeys.up(author, "ControlLeft");
        if (control != null) {
            fake.key(control, false);
        }
    }

    private boolean shiftIsHeld() {
        return heldKeys.isHeld(SHIFT_LEFT) || heldKeys.isHeld(SHIFT_RIGHT);
    }
}
