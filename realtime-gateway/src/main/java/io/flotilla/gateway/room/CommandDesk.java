package io.flotilla.gateway.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.protocol.Fields;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.protocol.OddMessage;
import io.flotilla.gateway.retry.Claim;
import io.flotilla.gateway.retry.Commands;
import io.flotilla.kit.problem.Unavailable;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Carries out the commands that features contribute, each id once. Blocks; thread-safe. */
@Singleton
final class CommandDesk {
    private static final Logger LOG = Logger.getLogger(CommandDesk.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final Map<String, RoomCommand> commands = new HashMap<>();
    private final Commands done;

    @Inject
    CommandDesk(Instance<RoomCommand> commands, Commands done) {
        this((Iterable<RoomCommand>) commands, done);
    }

    CommandDesk(Iterable<RoomCommand> commands, Commands done) {
        commands.forEach(command -> this.commands.put(command.name(), command));
        this.done = done;
    }

    boolean knows(String name) {
        return commands.containsKey(name);
    }

    /** Never throws. */
    JsonNode run(RoomSeat seat, String name, JsonNode args) {
        var command = commands.get(name);
        if (command == null) {
            return new Answer.Refused(Answer.Code.BAD_REQUEST, "There is no command " + name).json();
        }
        try {
            return command.changes()
                    ? once(seat, command, args)
                    : command.run(seat, "", new Fields(args)).json();
        } catch (OddMessage e) {
            return new Answer.Refused(Answer.Code.BAD_REQUEST, e.why()).json();
        } catch (Unavailable e) {
            LOG.debugf("%s cannot be done: %s", name, e.getMessage());
            return Answer.unavailable().json();
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s failed", name);
            return Answer.unavailable().json();
        }
    }

    private JsonNode once(RoomSeat seat, RoomCommand command, JsonNode args) throws OddMessage {
        var fields = new Fields(args);
        var id = fields.text("id", 64);
        if (!ID.matcher(id).matches()) {
            throw new OddMessage("id is not 1 to 64 of A-Z a-z 0-9 . _ : -");
        }
        var key = seat.room().id() + ":" + seat.participantId() + ":" + command.name() + ":" + id;
        return switch (done.claim(key)) {
            case Claim.Underway() -> Answer.unavailable().json();
            case Claim.Done(var answer) -> read(answer);
            case Claim.Mine() -> now(seat, command, id, fields, key);
        };
    }

    private JsonNode now(RoomSeat seat, RoomCommand command, String id, Fields fields, String key) throws OddMessage {
        Answer answer = null;
        try {
            answer = command.run(seat, id, fields);
        } finally {
            if (!(answer instanceof Answer.Done)) {
                forget(key);
            }
        }
        var json = answer.json();
        if (answer instanceof Answer.Done) {
            // It is done; when this fails nobody knows, and who asks again meets a record that knows it.
            done.done(key, json.toString());
        }
        return json;
    }

    private void forget(String key) {
        try {
            done.undone(key);
        } catch (Unavailable e) {
            LOG.debugf("A claim is left to end by itself: %s", e.getMessage());
        }
    }

    private static JsonNode read(String answer) {
        try {
            return Json.read(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not an answer of ours", e);
        }
    }
}
