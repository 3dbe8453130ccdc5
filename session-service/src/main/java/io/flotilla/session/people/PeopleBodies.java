package io.flotilla.session.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.session.body.Fields;
import io.flotilla.session.body.Fields.WrongFieldException;
import io.flotilla.session.body.Reading;
import io.flotilla.session.people.SetControl.ControlWish;
import io.flotilla.session.vmsession.Control;
import io.flotilla.session.vmsession.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests about people. */
final class PeopleBodies {
    private static final int LONGEST_WORD = 32;

    private PeopleBodies() {}

    static Reading<String> participantId(@Nullable JsonNode body) {
        return Fields.reading(() -> new Fields(body).id("participantId"));
    }

    /** One that can be given. */
    static Reading<Role> role(@Nullable JsonNode body) {
        return Fields.reading(() -> switch (word(body, "role")) {
            case "controller" -> Role.CONTROLLER;
            case "viewer" -> Role.VIEWER;
            default -> throw new WrongFieldException("role", "role must be one of: controller, viewer");
        });
    }

    static Reading<ControlWish> control(@Nullable JsonNode body) {
        return Fields.reading(() -> {
            var mode = Control.Mode.ofWire(word(body, "mode"));
            var turn = new Fields(body).whole("turnSeconds", Control.SHORTEST_TURN, Control.LONGEST_TURN);
            return new ControlWish(
                    mode.orElseThrow(() ->
                            new WrongFieldException("mode", "mode must be one of: free, single, queued, supervised")),
                    turn.isPresent() ? turn.getAsInt() : null);
        });
    }

    private static String word(@Nullable JsonNode body, String field) {
        Optional<String> word = new Fields(body).text(field, LONGEST_WORD);
        return Fields.required(field, word);
    }
}
