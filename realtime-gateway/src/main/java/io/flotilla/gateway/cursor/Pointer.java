package io.flotilla.gateway.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.Json;
import java.util.Optional;

/** Where somebody points, in parts of the picture, or nowhere. */
sealed interface Pointer {
    record At(double x, double y) implements Pointer {}

    record Off() implements Pointer {}

    /** Empty for what is none. */
    static Optional<Pointer> of(JsonNode said) {
        if (said.path("off").asBoolean()) {
            return Optional.of(new Off());
        }
        var x = said.path("x");
        var y = said.path("y");
        return isPart(x) && isPart(y)
                ? Optional.of(new At(rounded(x.doubleValue()), rounded(y.doubleValue())))
                : Optional.empty();
    }

    default ObjectNode json(String participantId) {
        var json = Json.object().put("participantId", participantId);
        return switch (this) {
            case At(var x, var y) -> json.put("x", x).put("y", y);
            case Off() -> json.put("off", true);
        };
    }

    // Written so that NaN fails too.
    private static boolean isPart(JsonNode node) {
        return node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() <= 1;
    }

    /** A quarter of a pixel of the largest picture. */
    private static double rounded(double part) {
        return Math.round(part * 16384) / 16384.0;
    }
}
