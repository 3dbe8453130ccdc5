package io.flotilla.vmbroker.media;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.Size;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the acts of {@code contracts/media.md}; throws {@link Fields.Odd} for anything else. */
final class ActReader {
    private static final int MAX_TEXT = 8 * 1024;
    private static final int MAX_URL = 2048;
    private static final int MAX_WHEEL = 10_000;
    private static final int MAX_FINGERS = 10;
    private static final Pattern WEB = Pattern.compile("https?://[^/]", Pattern.CASE_INSENSITIVE);

    private ActReader() {}

    static Act read(String by, Fields act) {
        return switch (act.word("type", 16)) {
            case "pointer" -> pointer(by, act);
            case "wheel" ->
                new Act.Wheel(
                        by,
                        act.place("x"),
                        act.place("y"),
                        act.number("dx", -MAX_WHEEL, MAX_WHEEL),
                        act.number("dy", -MAX_WHEEL, MAX_WHEEL));
            case "touch" -> touch(by, act);
            case "key" ->
                new Act.Key(
                        by,
                        isDown(act),
                        act.text("code", 32),
                        act.word("key", 64),
                        act.has("modifiers") ? act.whole("modifiers", 0, 15) : 0);
            case "text" -> new Act.Text(by, act.word("text", MAX_TEXT));
            case "composition" ->
                new Act.Composition(
                        by,
                        act.has("text") ? act.text("text", MAX_TEXT) : "",
                        action(act, Act.CompositionAction.class));
            case "release" -> new Act.Release(by);
            case "resize" -> new Act.Resize(by, new Size(side(act, "width"), side(act, "height")));
            case "navigate" -> navigate(by, act);
            default -> throw new Fields.Odd("type");
        };
    }

    private static Act pointer(String by, Fields act) {
        var action = action(act, Act.PointerAction.class);
        var button = act.has("button") ? act.whole("button", 0, 4) : 0;
        return new Act.Pointer(by, action, act.place("x"), act.place("y"), button);
    }

    private static Act touch(String by, Fields act) {
        var points = act.objects(
                "points",
                MAX_FINGERS,
                point -> new Act.TouchPoint(
                        point.whole("id", 0, Integer.MAX_VALUE), point.place("x"), point.place("y")));
        return new Act.Touch(by, action(act, Act.TouchAction.class), points);
    }

    private static Act navigate(String by, Fields act) {
        var action = action(act, Act.Navigation.class);
        return new Act.Navigate(by, action, action == Act.Navigation.TO ? address(act) : "");
    }

    /** Only what a visitor may type: no {@code file:}, {@code javascript:} or {@code chrome:}. */
    private static String address(Fields act) {
        var url = act.word("url", MAX_URL);
        if (url.equals("about:blank") || WEB.matcher(url).lookingAt()) {
            return url;
        }
        throw new Fields.Odd("url");
    }

    private static int side(Fields act, String field) {
        var side = act.whole(field, 256, 3840);
        if (side % 2 != 0) {
            throw new Fields.Odd(field);
        }
        return side;
    }

    private static boolean isDown(Fields act) {
        return switch (act.word("action", 8)) {
            case "down" -> true;
            case "up" -> false;
            default -> throw new Fields.Odd("action");
        };
    }

    private static <E extends Enum<E>> E action(Fields act, Class<E> type) {
        var word = act.word("action", 16);
        for (var constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw new Fields.Odd("action");
    }
}
