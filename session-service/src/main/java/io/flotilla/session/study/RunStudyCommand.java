package io.flotilla.session.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.secret.Secret;
import io.flotilla.session.studynews.Audience;
import io.flotilla.session.studynews.StudyChange;
import io.flotilla.session.studynews.StudyView;
import io.flotilla.session.studysession.PauseReason;
import io.flotilla.session.studysession.StudyEnd;
import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.studysession.StudySession.Beginning;
import io.flotilla.session.studysession.StudySessions;
import io.flotilla.session.studysession.StudySessions.Answered;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Does what users want of their study sessions, one command of a user after the other, and each that has an id once. Tells nobody. */
@ApplicationScoped
public class RunStudyCommand {
    /** The same start again so soon was one wish. */
    private static final Duration DOUBLE_CLICK = Duration.ofSeconds(10);

    private final StudySessions sessions;
    private final Audience audience;
    private final IdSource ids;
    private final ObjectMapper json;
    private final Pace pace;

    public RunStudyCommand(StudySessions sessions, Audience audience, IdSource ids, ObjectMapper json) {
        this.sessions = sessions;
        this.audience = audience;
        this.ids = ids;
        this.json = json;
        this.pace = new Pace(sessions);
    }

    /** Once this returns, what was done is written, and whoever asks again with that id is answered the same. */
    public StudyOutcome run(String userId, @Nullable String commandId, StudyCommand command) {
        return sessions.alone(
                userId, () -> commandId == null ? now(userId, command) : once(userId, commandId, command));
    }

    private StudyOutcome once(String userId, String commandId, StudyCommand command) {
        var fingerprint = Secret.of(command.toString()).sha256Hex();
        var before = sessions.answered(userId, commandId);
        if (before.isPresent()) {
            return before.get().fingerprint().equals(fingerprint)
                    ? new StudyOutcome.Done(parsed(before.get().answer()), List.of())
                    : new StudyOutcome.Refused(StudyRefusal.idReused());
        }
        if (!pace.allowsCommand(userId, sessions.now())) {
            return new StudyOutcome.Refused(StudyRefusal.tooMany());
        }
        var outcome = now(userId, command);
        if (outcome instanceof StudyOutcome.Done(JsonNode session, var _)) {
            sessions.remember(userId, commandId, new Answered(fingerprint, session.toString(), sessions.now()));
        }
        return outcome;
    }

    private StudyOutcome now(String userId, StudyCommand command) {
        var now = sessions.now();
        return switch (command) {
            case StudyCommand.Start start -> start(userId, start, now);
            case StudyCommand.Pause pause -> step(userId, pause, now, one -> one.paused(now, PauseReason.USER));
            case StudyCommand.Resume resume -> step(userId, resume, now, one -> one.resumed(now));
            case StudyCommand.End end -> end(userId, end, now);
        };
    }

    private StudyOutcome start(String userId, StudyCommand.Start start, Instant now) {
        var vmSessionId = start.vmSessionId();
        if (vmSessionId != null && !audience.takesPart(userId, vmSessionId)) {
            return new StudyOutcome.Refused(StudyRefusal.notParticipant());
        }
        var open = sessions.openOf(userId);
        if (open.filter(StudySession::isRunning).isPresent()) {
            return isDoubleClick(open.get(), start, now)
                    ? done(open.get(), now, List.of())
                    : new StudyOutcome.Refused(StudyRefusal.alreadyActive(open.get()));
        }
        if (!pace.allowsStart(userId, now)) {
            return new StudyOutcome.Refused(StudyRefusal.tooMany());
        }
        var steps = new ArrayList<StudySession>();
        open.ifPresent(paused -> steps.add(paused.ended(now, StudyEnd.REPLACED)));
        var beginning = new Beginning(start.subjectId(), start.plan(), vmSessionId, now);
        steps.add(StudySession.started(ids.uuid().toString(), userId, beginning));
        steps.forEach(sessions::put);
        return done(steps.getLast(), now, steps);
    }

    private static boolean isDoubleClick(StudySession running, StudyCommand.Start start, Instant now) {
        var beginning = running.beginning();
        var same = new Beginning(start.subjectId(), start.plan(), start.vmSessionId(), beginning.at());
        return beginning.equals(same) && beginning.at().plus(DOUBLE_CLICK).isAfter(now) && running.revision() == 1;
    }

    private StudyOutcome step(
            String userId, StudyCommand.OfSession command, Instant now, UnaryOperator<StudySession> step) {
        var found = theirs(userId, command);
        if (found == null) {
            return new StudyOutcome.Refused(StudyRefusal.notFound(command));
        }
        return found.isOver() ? new StudyOutcome.Refused(StudyRefusal.ended()) : stored(found, step.apply(found), now);
    }

    /** Also where it ran out by itself a moment ago: then what was written beside it is still wanted. */
    private StudyOutcome end(String userId, StudyCommand.End end, Instant now) {
        var found = theirs(userId, end);
        if (found == null) {
            return new StudyOutcome.Refused(StudyRefusal.notFound(end));
        }
        var notes = end.notes();
        var noted = notes != null && (found.notes() == null || !found.isOver()) ? found.noted(notes) : found;
        return stored(found, noted.ended(now, StudyEnd.ENDED), now);
    }

    private @Nullable StudySession theirs(String userId, StudyCommand.OfSession command) {
        return sessions.find(command.sessionId())
                .filter(one -> one.ownerId().equals(userId))
                .orElse(null);
    }

    private StudyOutcome stored(StudySession before, StudySession after, Instant now) {
        if (!after.equals(before)) {
            sessions.put(after);
        }
        return done(after, now, after.revision() > before.revision() ? List.of(after) : List.of());
    }

    private StudyOutcome done(StudySession session, Instant now, List<StudySession> steps) {
        return new StudyOutcome.Done(
                json.valueToTree(StudyView.of(session, now)),
                steps.stream().map(one -> StudyChange.of(one, audience.of(one))).toList());
    }

    private JsonNode parsed(String answer) {
        try {
            return json.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours is no JSON", e);
        }
    }
}
