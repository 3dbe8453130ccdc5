package io.flotilla.vmbroker.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the keycode that makes a keysym under the VM's key map, and lends a spare one to keysyms that are not on it. A spare keeps its
 * keysym as long as possible: whoever reads the map later than the stroke must still find it.
 */
public final class KeyChoice {
    /** What to press. {@code assign}: the keycode must first be given the keysym. {@code shift}: Shift must be held, else it must not. */
    public record Stroke(int keycode, boolean assign, boolean shift) {}

    private static final int LONGEST_TYPED = 200;
    private static final int MOST_STRANGE = 8;

    private final int[][] map;
    private final List<Integer> spares;
    /** Keysym → spare keycode, the least recently used first. */
    private final LinkedHashMap<Integer, Integer> lent = new LinkedHashMap<>(16, 0.75f, true);

    /** @param map keysyms by keycode and level */
    public KeyChoice(int[][] map) {
        this.map = map;
        this.spares = spares(map);
    }

    /** Keycodes that make nothing under this map. */
    public static List<Integer> spares(int[][] map) {
        var spares = new ArrayList<Integer>();
        for (int keycode = 8; keycode < map.length; keycode++) {
            if (isEmpty(map[keycode])) {
                spares.add(keycode);
            }
        }
        return spares;
    }

    /**
     * For a key that somebody presses: its own position if that makes the character with Shift as it is now, else any key that does,
     * else any that does with Shift the other way, else a spare. With Ctrl, Alt or Meta held a character that is not on the map falls back to the position: shortcuts go by place.
     */
    public Stroke forKey(String code, String key, boolean shift, boolean shortcut) {
        var position = KeyPositions.keycode(code);
        var keysym = Keysyms.of(key);
        if (keysym == 0 || !Keysyms.isCharacter(key)) {
            return position != 0 ? new Stroke(position, false, shift) : named(keysym, shift);
        }
        var level = shift ? 1 : 0;
        if (position != 0 && makes(position, level, keysym)) {
            return new Stroke(position, false, shift);
        }
        if (shortcut) {
            var anywhere = onMap(keysym);
            return anywhere != 0 ? new Stroke(anywhere, false, shift) : new Stroke(position, false, shift);
        }
        for (int either : new int[] {level, 1 - level}) {
            for (int keycode = 8; keycode < map.length; keycode++) {
                if (makes(keycode, either, keysym)) {
                    return new Stroke(keycode, false, either == 1);
                }
            }
        }
        return lend(keysym, shift);
    }

    /** For a character that is typed with nothing held. */
    public Stroke forCharacter(int codePoint) {
        var keysym = Keysyms.ofCharacter(codePoint);
        for (int level = 0; level < 2; level++) {
            for (int keycode = 8; keycode < map.length; keycode++) {
                if (makes(keycode, level, keysym)) {
                    return new Stroke(keycode, false, level == 1);
                }
            }
        }
        return lend(keysym, false);
    }

    /** Whether a text can be typed: every character is on the map, or a few spares make up for what is not. */
    public boolean canType(String text) {
        if (text.length() > LONGEST_TYPED || text.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        var strange = text.codePoints()
                .filter(codePoint -> onMap(Keysyms.ofCharacter(codePoint)) == 0)
                .distinct()
                .count();
        return strange <= Math.min(MOST_STRANGE, spares.size());
    }

    private Stroke named(int keysym, boolean shift) {
        var keycode = keysym == 0 ? 0 : onMap(keysym);
        return new Stroke(keycode, false, shift);
    }

    private int onMap(int keysym) {
        for (int keycode = 8; keycode < map.length; keycode++) {
            if (makes(keycode, 0, keysym) || makes(keycode, 1, keysym)) {
                return keycode;
            }
        }
        return 0;
    }

    private Stroke lend(int keysym, boolean shift) {
        var before = lent.get(keysym);
        if (before != null) {
            return new Stroke(before, false, shift);
        }
        if (spares.isEmpty()) {
            return new Stroke(0, false, shift);
        }
        int keycode;
        if (lent.size() < spares.size()) {
            keycode = spares.get(lent.size());
        } else {
            Map.Entry<Integer, Integer> oldest = lent.firstEntry();
            lent.remove(oldest.getKey());
            keycode = oldest.getValue();
        }
        lent.put(keysym, keycode);
        return new Stroke(keycode, true, shift);
    }

    private boolean makes(int keycode, int level, int keysym) {
        var levels = map[keycode];
        if (levels.length > level && levels[level] == keysym) {
            return true;
        }
        // A letter key lists only its small letter on some maps; Shift makes the capital.
        return level == 1
                && levels.length > 1
                && levels[1] == 0
                && Character.toUpperCase(levels[0]) == keysym
                && levels[0] != keysym;
    }

    private static boolean isEmpty(int[] levels) {
        for (var keysym : levels) {
            if (keysym != 0) {
                return false;
            }
        }
        return true;
    }
}
