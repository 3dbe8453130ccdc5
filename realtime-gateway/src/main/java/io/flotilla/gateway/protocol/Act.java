package io.flotilla.gateway.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing a person does to the VM. Coordinates are 0…1 of the picture. */
public sealed interface Act extends PlayerMessage {
    record Pointer(PointerAction action, double x, double y, int button) implements Act {}

    /**
     * A turn of the wheel.
     *
     * @param dx CSS px
     * @param dy CSS px
     */
    record Wheel(double x, double y, double dx, double dy) implements Act {}

    record Touch(TouchAction action, List<TouchPoint> points) implements Act {
        public Touch {
            points = List.copyOf(points);
        }
    }

    record TouchPoint(int id, double x, double y) {}

    record Key(KeyAction action, String code, String key, int modifiers) implements Act {}

    record Text(String text) implements Act {}

    record Composition(String text, CompositionAction action) implements Act {}

    /** Lets go of every key and button this participant holds. */
    record Release() implements Act {}

    /** Both in px. */
    record Resize(int width, int height) implements Act {}

    record Navigate(Navigation action, @Nullable String url) implements Act {}

    /** Whether a later act of the same kind makes this one needless while neither has been carried out. */
    default boolean isMove() {
        return this instanceof Pointer pointer && pointer.action() == PointerAction.MOVE;
    }

    enum PointerAction {
        MOVE,
        DOWN,
        UP
    }

    enum TouchAction {
        START,
        MOVE,
        END,
        CANCEL
    }

    enum KeyAction {
        DOWN,
        UP
    }

    enum CompositionAction {
        UPDATE,
        COMMIT,
        CANCEL
    }

    enum Navigation {
        BACK,
        FORWARD,
        RELOAD,
        TO
    }
}
