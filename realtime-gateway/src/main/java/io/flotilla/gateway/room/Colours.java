package io.flotilla.gateway.room;

import java.util.List;

/**
 * Gives each participant a colour: the same on every node and for ever, as it comes from the id alone. All are dark enough for white text
 * (contrast at least 4.5).
 */
final class Colours {
    static final List<String> ALL = List.of(
            "#b3261e", "#a8471a", "#8a5a00", "#6b6500", "#4a6f00", "#2e7417", "#00773f", "#007763", "#007381",
            "#006e9c", "#0b65b8", "#3f5ac8", "#5f4fce", "#7b43c4", "#9138ac", "#a32f8f", "#ad2c70", "#b12a4f",
            "#7d5440", "#5b6470");

    private Colours() {}

    static String of(String participantId) {
        // Ids may differ in their last letters only; hashCode alone would give neighbours to neighbours.
        var mixed = participantId.hashCode() * 0x9E3779B9;
        return ALL.get(Integer.remainderUnsigned(mixed >>> 8, ALL.size()));
    }
}
