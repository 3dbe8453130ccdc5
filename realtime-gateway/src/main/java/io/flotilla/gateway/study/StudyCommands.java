package io.flotilla.gateway.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.socket.TokenBucket;
import io.flotilla.gateway.study.StudyRecord.Answer;
import io.flotilla.gateway.studydesk.StudyDesk;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.socket.Event;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** What one socket asks for: brought to the record one after the other, at a bearable rate. Called on the socket's event loop. */
final class StudyCommands {
    static final Set<String> NAMES = Set.of("start-session", "pause-session", "resume-session", "end-session");

    private static final Logger LOG = Logger.getLogger(StudyCommands.class);
    private static final int A_SECOND = 10;

    /** All that a command may say; the rest stays here. */
    private static final List<String> FIELDS = List.of(
            "id",
            "subjectId",
            "type",
            "durationSeconds",
            "breakSeconds",
            "longBreakSeconds",
            "vmSessionId",
            "sessionId",
            "notes");

    private final StudyRecord record;
    private final StudyRounds rounds;
    private final Context context;
    private final TokenBucket allowance = new TokenBucket(A_SECOND, now());
    private Future<?> last = Future.succeededFuture();

    StudyCommands(StudyRecord record, StudyRounds rounds, Context context) {
        this.record = record;
        this.rounds = rounds;
        this.context = context;
    }

    void take(Event event, Student student) {
        if (!allowance.take(now())) {
            student.refused(event, StudyErrors.tooMany());
            return;
        }
        if (!(event.arg(0) instanceof ObjectNode body)) {
            student.refused(event, StudyErrors.notAnObject());
            return;
        }
        last = last.transform(_ -> run(event, body, student));
    }

    /** Never fails. */
    private Future<?> run(Event event, ObjectNode body, Student student) {
        Promise<Void> over = Promise.promise();
        Thread.ofVirtual().name("study-command").start(() -> {
            var answer = asked(event.name(), body, student.userId());
            try {
                // What came of it is heard before it is answered.
                rounds.atDesk(desk -> {
                    answer(event, student, answer, desk);
                    context.runOnContext(_ -> over.complete());
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("the process ends, and nobody hears the answer", e);
            }
        });
        return over.future();
    }

    private Answer asked(String command, ObjectNode body, String userId) {
        try {
            return record.run(userId, command, trimmed(body));
        } catch (Unavailable e) {
            return new Answer.Refused(StudyErrors.unavailable());
        } catch (RuntimeException e) {
            LOG.warn("a command about a study session failed", e);
            return new Answer.Refused(StudyErrors.unavailable());
        }
    }

    private static void answer(Event event, Student student, Answer answer, StudyDesk desk) {
        switch (answer) {
            case Answer.Done(var session, var changes) -> {
                changes.forEach(desk::hear);
                student.done(event, session);
            }
            case Answer.Refused(var error) -> student.refused(event, error);
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    private static ObjectNode trimmed(ObjectNode body) {
        var command = Json.object();
        for (var field : FIELDS) {
            var value = body.get(field);
            if (value != null) {
                command.set(field, value);
            }
        }
        return command;
    }
}
