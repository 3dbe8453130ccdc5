package io.flotilla.session.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.session.body.Fields;
import io.flotilla.session.body.Fields.WrongFieldException;
import io.flotilla.session.body.Reading;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is sent to be said. */
final class ChatBodies {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    /** Long before cleaning is fine, within reason. */
    private static final int LONGEST_RAW = 4 * ChatText.LONGEST;

    private ChatBodies() {}

    static Reading<Chat.Wish> wish(@Nullable JsonNode body) {
        return Fields.reading(() -> {
            var fields = new Fields(body);
            var id = fields.id("id");
            if (!ID.matcher(id).matches()) {
                throw new WrongFieldException("id", "id must be 1 to 64 of A-Z a-z 0-9 . _ : -");
            }
            var text = ChatText.clean(Fields.required("text", fields.text("text", LONGEST_RAW)))
                    .orElseThrow(() -> new WrongFieldException("text", "text must not be empty"));
            if (ChatText.isTooLong(text)) {
                throw new WrongFieldException("text", "text must be at most " + ChatText.LONGEST + " characters");
            }
            var stay = fields.field("participantId").isPresent() ? fields.id("participantId") : null;
            return new Chat.Wish(id, text, stay);
        });
    }
}
