package io.flotilla.session.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.session.body.Fields;
import io.flotilla.session.body.Fields.WrongFieldException;
import io.flotilla.session.body.Reading;
import io.flotilla.session.studysession.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads commands, with their limits. Fields we do not know are ignored. */
public final class StudyBodies {
    private static final int LONGEST_SUBJECT = 128;
    private static final int LONGEST_ID = 255;
    private static final int MOST_NOTES = 4096;
    private static final int DAY = 86_400;
    private static final int LONGEST_BREAK = 7_200;
    private static final Pattern COMMAND_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private StudyBodies() {}

    /** The command of that name; a name we do not know is wrong. */
    static Reading<StudyCommand> command(String name, @Nullable JsonNode body) {
        return Fields.reading(() -> {
            var fields = new Fields(body);
            return switch (name) {
                case "start-session" -> start(fields);
                case "pause-session" -> new StudyCommand.Pause(sessionId(fields));
                case "resume-session" -> new StudyCommand.Resume(sessionId(fields));
                case "end-session" ->
                    new StudyCommand.End(sessionId(fields), notes(fields).orElse(null));
                default -> throw new WrongFieldException("command", "command must be one of ours");
            };
        });
    }

    /** The client's own id of the command, by which it may ask again. */
    static Reading<Optional<String>> commandId(@Nullable JsonNode body) {
        return Fields.reading(() -> {
            var id = new Fields(body).text("id", LONGEST_ID);
            if (id.isPresent() && !COMMAND_ID.matcher(id.get()).matches()) {
                throw new WrongFieldException("id", "id must be 1 to 64 characters of A-Z a-z 0-9 . _ : -");
            }
            return id;
        });
    }

    /** {@code notes}, if they are there; empty ones are none. */
    public static Optional<String> notes(Fields fields) {
        var notes = fields.text("notes", MOST_NOTES);
        if (notes.isPresent() && notes.get().getBytes(StandardCharsets.UTF_8).length > MOST_NOTES) {
            throw new WrongFieldException("notes", "notes must be at most " + MOST_NOTES + " bytes");
        }
        return notes.map(text -> storable("notes", text));
    }

    private static StudyCommand start(Fields fields) {
        var subject = fields.text("subjectId", LONGEST_ID).orElse("");
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new WrongFieldException("subjectId", "subjectId must be 1 to " + LONGEST_SUBJECT + " characters");
        }
        var vmSessionId = fields.text("vmSessionId", LONGEST_ID).map(id -> storable("vmSessionId", id));
        return new StudyCommand.Start(storable("subjectId", subject), plan(fields), vmSessionId.orElse(null));
    }

    private static Plan plan(Fields fields) {
        var length = seconds(fields.whole("durationSeconds", 1, DAY));
        return switch (fields.text("type", LONGEST_ID).orElse("")) {
            case "free" -> new Plan.Free(length.orElse(null));
            case "pomodoro" ->
                new Plan.Pomodoro(
                        length.orElse(Duration.ofMinutes(25)),
                        seconds(fields.whole("breakSeconds", 1, LONGEST_BREAK)).orElse(Duration.ofMinutes(5)),
                        seconds(fields.whole("longBreakSeconds", 1, LONGEST_BREAK))
                                .orElse(Duration.ofMinutes(15)));
            default -> throw new WrongFieldException("type", "type must be pomodoro or free");
        };
    }

    private static String sessionId(Fields fields) {
        var id = fields.text("sessionId", LONGEST_ID).orElse("");
        if (id.isBlank()) {
            throw new WrongFieldException("sessionId", "sessionId must be 1 to " + LONGEST_ID + " characters");
        }
        return id;
    }

    /** No text of PostgreSQL has a NUL. */
    private static String storable(String field, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new WrongFieldException(field, field + " must not contain NUL");
        }
        return text;
    }

    private static Optional<Duration> seconds(OptionalInt number) {
        return number.isPresent() ? Optional.of(Duration.ofSeconds(number.getAsInt())) : Optional.empty();
    }
}
