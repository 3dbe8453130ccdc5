package io.flotilla.vmbroker.browser;

import java.util.List;

/** One thing a person does to the browser, with its author; shapes and limits as in {@code contracts/media.md}. Coordinates are 0…1. */
public sealed interface Act {
    /** Participant id of the author. */
    String by();

    record Pointer(String by, PointerAction action, double x, double y, int button) implements Act {}

    record Wheel(String by, double x, double y, double dx, double dy) implements Act {}

    record Touch(String by, TouchAction action, List<TouchPoint> points) implements Act {}

    record Key(String by, boolean down, String code, String key, int modifiers) implements Act {}

    record Text(String by, String text) implements Act {}

    record Composition(String by, String text, CompositionAction action) implements Act {}

    /** Lets go of every key and button this author holds. */
    record Release(String by) implements Act {}

    record Resize(String by, Size size) implements Act {}

    record Navigate(String by, Navigation action, String url) implements Act {}

    record TouchPoint(int id, double x, double y) {}

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
