package io.flotilla.session.studyhistory;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.problem.ProblemException;
import io.flotilla.session.body.Fields;
import io.flotilla.session.body.Reading;
import io.flotilla.session.sessionrecord.UserActivity;
import io.flotilla.session.study.StudyBodies;
import io.flotilla.session.studynews.StudyView;
import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.studysession.StudySessions;
import io.flotilla.session.studysession.StudySessions.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user's own study sessions. What is not theirs is not there. */
@Path("/api/study-sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StudyHistoryResource {
    /** More than anybody studies in years; what is older then does not count. */
    private static final int MOST_COUNTED = 20_000;

    private static final int MOST_ROWS = 366;

    private final CurrentCaller caller;
    private final UserActivity activity;
    private final StudySessions sessions;

    StudyHistoryResource(CurrentCaller caller, UserActivity activity, StudySessions sessions) {
        this.caller = caller;
        this.activity = activity;
        this.sessions = sessions;
    }

    @GET
    public Map<String, @Nullable Object> history(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("before") @Nullable String before,
            @QueryParam("subjectId") @Nullable String subjectId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        var zone = StudyQuery.zone(null);
        int most = StudyQuery.limit(limit);
        var found = sessions.page(new Page(
                caller.user().userId(),
                StudyQuery.subject(subjectId),
                StudyQuery.time("from", from, zone),
                StudyQuery.time("to", to, zone),
                StudyQuery.place(before),
                most + 1));
        var page = found.subList(0, Math.min(most, found.size()));
        var now = sessions.now();
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("success", true);
        body.put("sessions", page.stream().map(one -> StudyView.of(one, now)).toList());
        body.put("next", found.size() > most ? StudyQuery.placeOf(page.getLast()) : null);
        return body;
    }

    @GET
    @Path("totals")
    public Map<String, Object> totals(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zoneName) {
        var user = caller.user();
        var zone = StudyQuery.zone(zoneName);
        var grouping = StudyQuery.by(by);
        var found = sessions.page(new Page(
                user.userId(),
                null,
                StudyQuery.time("from", from, zone),
                StudyQuery.time("to", to, zone),
                null,
                MOST_COUNTED));
        var now = sessions.now();
        var totals = Totals.of(found, grouping, zone, now).stream()
                .limit(MOST_ROWS)
                .map(StudyHistoryResource::view)
                .toList();
        var total = view(Totals.all(found, now));
        total.remove("key");
        return Map.of("success", true, "by", StudyQuery.wire(grouping), "totals", totals, "total", total);
    }

    @GET
    @Path("{id}")
    public Map<String, Object> one(@PathParam("id") String id) {
        return shown(theirs(caller.user(), id).orElseThrow(StudyHistoryResource::unknown));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> note(@PathParam("id") String id, @Nullable JsonNode body) {
        var user = caller.user();
        activity.acted(user.sessionId());
        var reading = Fields.reading(() -> StudyBodies.notes(new Fields(body)));
        var notes =
                switch (reading) {
                    case Reading.Understood<Optional<String>>(var text) -> text.orElse(null);
                    case Reading.Wrong<Optional<String>>(var field, var words) ->
                        throw Problem.of(422, words)
                                .with("success", false)
                                .with("field", field)
                                .asException();
                };
        var noted = sessions.alone(user.userId(), () -> {
            var after = theirs(user, id).map(one -> one.noted(notes));
            after.ifPresent(sessions::put);
            return after;
        });
        return shown(noted.orElseThrow(StudyHistoryResource::unknown));
    }

    private Optional<StudySession> theirs(Caller.User user, String id) {
        return sessions.find(id).filter(one -> one.ownerId().equals(user.userId()));
    }

    private Map<String, Object> shown(StudySession session) {
        return Map.of("success", true, "session", StudyView.of(session, sessions.now()));
    }

    private static Map<String, Object> view(Totals.Total total) {
        var body = new LinkedHashMap<String, Object>();
        body.put("key", total.key());
        body.put("sessions", total.sessions());
        body.put("duration", total.duration().toSeconds());
        body.put("studied", total.studied().toSeconds());
        return body;
    }

    private static ProblemException unknown() {
        return Problem.of(404, "Study session not found").with("success", false).asException();
    }
}
