package io.flotilla.session.visit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** What tabs keep in step with. Polled, so no activity. Two classes, because the paths lie under different resources. */
@Path("/api/session_state")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionStateResource {
    private final CurrentVisit current;
    private final StateView view;

    SessionStateResource(CurrentVisit current, StateView view) {
        this.current = current;
        this.view = view;
    }

    /** For those who are signed in; a visitor is not, and gets a 401 like somebody without a session. */
    @GET
    public Map<String, Object> state() {
        var session = current.required();
        if (session.holder().isVisitor()) {
            throw VisitProblems.required().asException();
        }
        return view.full(session);
    }

    /** For everybody. */
    @Path("/api/session")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public static class ForEverybody {
        private final CurrentVisit current;
        private final StateView view;

        ForEverybody(CurrentVisit current, StateView view) {
            this.current = current;
            this.view = view;
        }

        @GET
        @Path("state")
        public Map<String, Object> state() {
            return view.brief(current.seen().running());
        }
    }
}
