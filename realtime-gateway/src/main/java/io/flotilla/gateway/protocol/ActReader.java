package io.flotilla.gateway.protocol;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads the acts among a player's messages. */
final class ActReader {
    private static final int MAX_TEXT = 8 * 1024;
    private static final int MAX_WORD = 64;
    private static final int MAX_SCROLL = 100_000;
    private static final int MAX_FINGERS = 16;
    private static final int LEAST_SIDE = 256;
    private static final int MOST_SIDE = 3840;

    private ActReader() {}

    /** Null: no act that is known. */
    static @Nullable Act read(String type, Fields fields) throws OddMessage {
        return switch (type) {
            case "pointer" ->
                new Act.Pointer(
                        fields.word("action", Act.PointerAction.class),
                        share(fields, "x"),
                        share(fields, "y"),
                        fields.integer("button", 0, 4));
            case "wheel" ->
                new Act.Wheel(
                        share(fields, "x"),
                        share(fields, "y"),
                        fields.number("dx", -MAX_SCROLL, MAX_SCROLL),
                        fields.number("dy", -MAX_SCROLL, MAX_SCROLL));
            case "touch" -> touch(fields);
            case "key" ->
                new Act.Key(
                        fields.word("action", Act.KeyAction.class),
                        fields.text("code", MAX_WORD),
                        fields.text("key", MAX_WORD),
                        fields.integer("modifiers", 0, 15));
            case "text" -> new Act.Text(fields.text("text", MAX_TEXT));
            case "composition" ->
                new Act.Composition(fields.text("text", MAX_TEXT), fields.word("action", Act.CompositionAction.class));
            case "release" -> new Act.Release();
            case "resize" -> new Act.Resize(side(fields, "width"), side(fields, "height"));
            case "navigate" -> navigate(fields);
            default -> null;
        };
    }

    private static double share(Fields fields, String name) throws OddMessage {
        return fields.number(name, 0, 1);
    }

    private static int side(Fields fields, String name) throws OddMessage {
        var px = fields.integer(name, LEAST_SIDE, MOST_SIDE);
        if (px % 2 != 0) {
            throw new OddMessage(name + " is odd");
        }
        return px;
    }

    private static Act touch(Fields fields) throws OddMessage {
        var points = new ArrayList<Act.TouchPoint>();
        for (var node : fields.array("points", MAX_FINGERS)) {
            var point = new Fields(node);
            points.add(new Act.TouchPoint(
                    point.integer("id", 0, Integer.MAX_VALUE), share(point, "x"), share(point, "y")));
        }
        return new Act.Touch(fields.word("action", Act.TouchAction.class), points);
    }

    private static Act navigate(Fields fields) throws OddMessage {
        var action = fields.word("action", Act.Navigation.class);
        return new Act.Navigate(action, action == Act.Navigation.TO ? fields.text("url", MAX_TEXT) : null);
    }
}
