package io.flotilla.session.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.session.body.Reading;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.studynews.StudyChange;
import io.flotilla.session.studynews.StudyView;
import io.flotilla.session.studynews.TellStudyChanges;
import io.flotilla.session.studysession.StudySessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For the gateways: what users do, and what they hear. */
@Path("/internal/study-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalStudyResource {
    private static final int MOST = 1_000;

    /** Somebody has come, with that user session. */
    public record Arrival(@Nullable String sid) {}

    /** Who is there, and what they have heard of. */
    public record Looking(
            @Nullable List<String> users, @Nullable List<String> known) {}

    private final CurrentCaller caller;
    private final RunStudyCommand commands;
    private final TellStudyChanges telling;
    private final HeardStudySessions heard;
    private final StudySessions sessions;
    private final UserSessions userSessions;

    InternalStudyResource(
            CurrentCaller caller,
            RunStudyCommand commands,
            TellStudyChanges telling,
            HeardStudySessions heard,
            StudySessions sessions,
            UserSessions userSessions) {
        this.caller = caller;
        this.commands = commands;
        this.telling = telling;
        this.heard = heard;
        this.sessions = sessions;
        this.userSessions = userSessions;
    }

    /** 200 also for a refusal, which is the client's to read. */
    @POST
    @Path("commands/{name}")
    public Map<String, Object> run(@PathParam("name") String name, @Nullable JsonNode body) {
        var user = user();
        var outcome =
                switch (StudyBodies.commandId(body)) {
                    case Reading.Wrong<?>(var _, String words) -> refused(words);
                    case Reading.Understood<Optional<String>>(var id) ->
                        switch (StudyBodies.command(name, body)) {
                            case Reading.Wrong<?>(var _, String words) -> refused(words);
                            case Reading.Understood<StudyCommand>(var command) ->
                                commands.run(user, id.orElse(null), command);
                        };
                };
        return switch (outcome) {
            case StudyOutcome.Refused(StudyRefusal why) -> Map.of("ok", false, "error", error(why));
            case StudyOutcome.Done(JsonNode session, List<StudyChange> changes) -> {
                telling.tell(changes);
                yield Map.of("ok", true, "session", session, "changes", views(changes));
            }
        };
    }

    @POST
    @Path("arrivals")
    public Map<String, @Nullable Object> arrive(@Nullable Arrival arrival) {
        var user = user();
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("email", arrival == null || arrival.sid() == null ? null : email(user, arrival.sid()));
        body.put("changes", views(heard.by(List.of(user), List.of())));
        return body;
    }

    @POST
    @Path("heard")
    public Map<String, Object> heard(@Nullable Looking looking) {
        caller.service("realtime-gateway");
        var users = looking == null ? null : looking.users();
        var known = looking == null ? null : looking.known();
        if (users == null || known == null || users.size() > MOST || known.size() > MOST) {
            throw Problem.of(400, "users and known must be lists of at most " + MOST)
                    .asException();
        }
        return Map.of("changes", views(heard.by(users, known)));
    }

    private String user() {
        var user = caller.service("realtime-gateway").onBehalfOf();
        if (user == null) {
            throw Problem.of(400, "X-On-Behalf-Of required").asException();
        }
        return user;
    }

    private @Nullable String email(String user, String sid) {
        return userSessions
                .findByHandle(sid)
                .filter(one -> one.userId().equals(user))
                .map(one -> one.holder().email())
                .orElse(null);
    }

    private static StudyOutcome refused(String words) {
        return new StudyOutcome.Refused(StudyRefusal.invalid(words));
    }

    private Map<String, Object> error(StudyRefusal why) {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", why.code());
        error.put("message", why.message());
        var session = why.session();
        if (session != null) {
            error.put("session", StudyView.of(session, sessions.now()));
        }
        return error;
    }

    private List<Map<String, Object>> views(List<StudyChange> changes) {
        var now = sessions.now();
        return changes.stream().map(change -> StudyView.of(change, now)).toList();
    }
}
