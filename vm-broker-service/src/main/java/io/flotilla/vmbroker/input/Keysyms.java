package io.flotilla.vmbroker.input;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code KeyboardEvent.key} to X keysyms. */
public final class Keysyms {
    private static final int UNICODE = 0x01000000;
    private static final int F1 = 0xffbe;
    private static final int F_KEYS = 24;
    private static final Map<String, Integer> NAMED = Stream.concat(
                    Stream.of(
                            Map.entry("Backspace", 0xff08),
                            Map.entry("Tab", 0xff09),
                            Map.entry("Enter", 0xff0d),
                            Map.entry("Pause", 0xff13),
                            Map.entry("ScrollLock", 0xff14),
                            Map.entry("Escape", 0xff1b),
                            Map.entry("Home", 0xff50),
                            Map.entry("ArrowLeft", 0xff51),
                            Map.entry("ArrowUp", 0xff52),
                            Map.entry("ArrowRight", 0xff53),
                            Map.entry("ArrowDown", 0xff54),
                            Map.entry("PageUp", 0xff55),
                            Map.entry("PageDown", 0xff56),
                            Map.entry("End", 0xff57),
                            Map.entry("PrintScreen", 0xff61),
                            Map.entry("Insert", 0xff63),
                            Map.entry("ContextMenu", 0xff67),
                            Map.entry("NumLock", 0xff7f),
                            Map.entry("Shift", 0xffe1),
                            Map.entry("Control", 0xffe3),
                            Map.entry("CapsLock", 0xffe5),
                            Map.entry("Alt", 0xffe9),
                            Map.entry("Meta", 0xffeb),
                            Map.entry("OS", 0xffeb),
                            Map.entry("Delete", 0xffff)),
                    IntStream.range(0, F_KEYS).mapToObj(number -> Map.entry("F" + (number + 1), F1 + number)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Keysyms() {}

    /** The keysym of a key's name or character; 0 for names that make nothing here, such as {@code Dead} or {@code AltGraph}. */
    public static int of(String key) {
        return isCharacter(key) ? ofCharacter(key.codePointAt(0)) : NAMED.getOrDefault(key, 0);
    }

    public static boolean isCharacter(String key) {
        return !key.isEmpty() && key.codePointCount(0, key.length()) == 1;
    }

    public static int ofCharacter(int codePoint) {
        return switch (codePoint) {
            case '\n', '\r' -> 0xff0d;
            case '\t' -> 0xff09;
            default -> isLatin1(codePoint) ? codePoint : UNICODE | codePoint;
        };
    }

    private static boolean isLatin1(int codePoint) {
        return (codePoint >= 0x20 && codePoint <= 0x7e) || (codePoint >= 0xa0 && codePoint <= 0xff);
    }
}
