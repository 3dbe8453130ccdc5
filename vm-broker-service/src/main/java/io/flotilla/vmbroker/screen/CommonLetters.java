package io.flotilla.vmbroker.screen;

import io.flotilla.vmbroker.input.KeyChoice;
import io.flotilla.vmbroker.input.Keysyms;
import io.flotilla.vmbroker.x11.Keyboard;
import java.io.IOException;

/**
 * Letters of Europe's keyboards that the display's own key map lacks, put on spare keycodes before the browser starts. A browser reads
 * a key map that changes under its hands too late for the very stroke that needed it; these never change.
 */
final class CommonLetters {
    private static final String[] PAIRS = {"äÄ", "öÖ", "üÜ", "ß€", "éÉ", "èÈ", "àÀ", "çÇ", "ñÑ", "åÅ", "øØ", "æÆ"};
    /** Spares left for whatever else somebody types. */
    private static final int KEPT = 4;

    private CommonLetters() {}

    /** Returns the key map as it is then. */
    static int[][] put(Keyboard keyboard) throws IOException {
        var map = keyboard.read();
        var spares = KeyChoice.spares(map);
        for (int i = 0; i < PAIRS.length && i < spares.size() - KEPT; i++) {
            keyboard.assign(
                    spares.get(i), Keysyms.ofCharacter(PAIRS[i].charAt(0)), Keysyms.ofCharacter(PAIRS[i].charAt(1)));
        }
        return keyboard.read();
    }
}
