package io.flotilla.gateway.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Writes acts for the VM's broker: the player's own form, without whatever else the player put in. */
public final class ActWriter {
    private ActWriter() {}

    /** {@code {"type":"act","by","act"}}. */
    public static String write(String by, Act act) {
        var message = Json.message("act").put("by", by);
        message.set("act", json(act));
        return message.toString();
    }

    private static ObjectNode json(Act act) {
        return switch (act) {
            case Act.Pointer(var action, var x, var y, var button) ->
                Json.message("pointer")
                        .put("action", word(action))
                        .put("x", x)
                        .put("y", y)
                        .put("button", button);
            case Act.Wheel(var x, var y, var dx, var dy) ->
                Json.message("wheel").put("x", x).put("y", y).put("dx", dx).put("dy", dy);
            case Act.Touch touch -> touch(touch);
            case Act.Key(var action, var code, var key, var modifiers) ->
                Json.message("key")
                        .put("action", word(action))
                        .put("code", code)
                        .put("key", key)
                        .put("modifiers", modifiers);
            case Act.Text(var text) -> Json.message("text").put("text", text);
            case Act.Composition(var text, var action) ->
                Json.message("composition").put("text", text).put("action", word(action));
            case Act.Release() -> Json.message("release");
            case Act.Resize(var width, var height) ->
                Json.message("resize").put("width", width).put("height", height);
            case Act.Navigate(var action, var url) -> {
                var json = Json.message("navigate").put("action", word(action));
                yield url == null ? json : json.put("url", url);
            }
        };
    }

    private static ObjectNode touch(Act.Touch touch) {
        var json = Json.message("touch").put("action", word(touch.action()));
        var points = json.putArray("points");
        for (var point : touch.points()) {
            points.addObject().put("id", point.id()).put("x", point.x()).put("y", point.y());
        }
        return json;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
