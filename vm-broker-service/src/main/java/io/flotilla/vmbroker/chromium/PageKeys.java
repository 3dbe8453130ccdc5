package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.browser.Act;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A key act as the parameters of {@code Input.dispatchKeyEvent}. Pure. */
final class PageKeys {
    private static final int CTRL = 2;
    private static final int META = 4;
    private static final int ALT = 1;
    private static final Map<String, Integer> VIRTUAL = Map.ofEntries(
            Map.entry("Backspace", 8),
            Map.entry("Tab", 9),
            Map.entry("Enter", 13),
            Map.entry("Shift", 16),
            Map.entry("Control", 17),
            Map.entry("Alt", 18),
            Map.entry("Pause", 19),
            Map.entry("CapsLock", 20),
            Map.entry("Escape", 27),
            Map.entry("PageUp", 33),
            Map.entry("PageDown", 34),
            Map.entry("End", 35),
            Map.entry("Home", 36),
            Map.entry("ArrowLeft", 37),
            Map.entry("ArrowUp", 38),
            Map.entry("ArrowRight", 39),
            Map.entry("ArrowDown", 40),
            Map.entry("Insert", 45),
            Map.entry("Delete", 46),
            Map.entry("Meta", 91),
            Map.entry("ContextMenu", 93));
    /** What a desktop's own key bindings would do: without them a page's fields ignore the shortcut. */
    private static final Map<String, String> COMMANDS =
            Map.of("a", "selectAll", "c", "copy", "x", "cut", "v", "paste", "z", "undo", "y", "redo");

    private PageKeys() {}

    static Map<String, Object> event(Act.Key act) {
        var event = new HashMap<String, Object>();
        var character = act.key().codePointCount(0, act.key().length()) == 1;
        var shortcut = (act.modifiers() & (CTRL | META | ALT)) != 0;
        event.put("key", act.key());
        event.put("code", act.code());
        event.put("modifiers", act.modifiers());
        var virtual = virtualKey(act.code(), act.key());
        event.put("windowsVirtualKeyCode", virtual);
        event.put("nativeVirtualKeyCode", virtual);
        var text = act.key().equals("Enter") ? "\r" : character && !shortcut ? act.key() : "";
        if (act.down() && !text.isEmpty()) {
            event.put("text", text);
            event.put("unmodifiedText", text);
        }
        event.put("type", !act.down() ? "keyUp" : text.isEmpty() ? "rawKeyDown" : "keyDown");
        var command = COMMANDS.get(act.key().toLowerCase(java.util.Locale.ROOT));
        if (act.down() && command != null && (act.modifiers() & (CTRL | META)) != 0) {
            event.put("commands", List.of(command));
        }
        return event;
    }

    static int virtualKey(String code, String key) {
        if (VIRTUAL.containsKey(key)) {
            return VIRTUAL.get(key);
        }
        if (code.matches("Key[A-Z]|Digit[0-9]")) {
            return code.charAt(code.length() - 1);
        }
        return code.matches("F([1-9]|1[0-9]|2[0-4])")
                ? 111 + Integer.parseInt(code.substring(1))
                : code.equals("Space") ? 32 : 0;
    }
}
