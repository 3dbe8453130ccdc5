package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.roomrecord.Reply;
import java.util.function.Function;

/** What a command came to. */
public sealed interface Answer {
    ObjectNode json();

    /** It is done; {@code fields} are those of the answer, without {@code ok}. */
    record Done(ObjectNode fields) implements Answer {
        @Override
        public ObjectNode json() {
            return Json.object().put("ok", true).setAll(fields);
        }
    }

    record Refused(Code code, String message) implements Answer {
        @Override
        public ObjectNode json() {
            var answer = Json.object().put("ok", false);
            var error = answer.putObject("error").put("code", code.word()).put("message", message);
            if (code.asksAgain()) {
                error.put("retry", true);
            }
            if (code == Code.RATE_LIMITED) {
                error.put("retryAfterMs", 1000);
            }
            return answer;
        }
    }

    /** The codes of {@code contracts/rooms.md}. */
    enum Code {
        BAD_REQUEST("bad-request"),
        NOT_FOUND("not-found"),
        NOT_IN_ROOM("not-in-room"),
        FORBIDDEN("forbidden"),
        CONFLICT("conflict"),
        ENDED("ended"),
        RATE_LIMITED("rate-limited"),
        BUSY("busy"),
        UNAVAILABLE("unavailable");

        private final String word;

        Code(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean asksAgain() {
            return this == BUSY || this == UNAVAILABLE;
        }
    }

    static Done done() {
        return new Done(Json.object());
    }

    static Refused unavailable() {
        return new Refused(Code.UNAVAILABLE, "That cannot be done right now; ask again with the same id");
    }

    /** What the record refused is refused; what it has done becomes an answer. */
    static Answer of(Reply reply, Function<Reply.Ok, Answer> done) {
        return switch (reply) {
            case Reply.Ok ok -> done.apply(ok);
            case Reply.Refused(var why, var message) ->
                new Refused(
                        switch (why) {
                            case BAD_REQUEST -> Code.BAD_REQUEST;
                            case FORBIDDEN -> Code.FORBIDDEN;
                            case NOT_FOUND -> Code.NOT_FOUND;
                            case CONFLICT -> Code.CONFLICT;
                        },
                        message.isEmpty() ? "Refused" : message);
        };
    }
}
