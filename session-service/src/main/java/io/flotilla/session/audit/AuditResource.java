package io.flotilla.session.audit;

import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened: everything for admins, for everybody else what they did and what was done to them. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AuditResource {
    private static final int LONGEST = 128;
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final CurrentCaller caller;
    private final AuditLog log;

    AuditResource(CurrentCaller caller, AuditLog log) {
        this.caller = caller;
        this.log = log;
    }

    @GET
    public Map<String, @Nullable Object> entries(
            @QueryParam("type") @Nullable String type,
            @QueryParam("user") @Nullable String user,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit) {
        var reader = caller.user();
        int most = limit(limit);
        var query = new AuditQuery(
                text("type", type), whose(reader, text("user", user)), cursor(text("before", before)), most + 1);
        var found = log.find(query);
        var page = found.subList(0, Math.min(most, found.size()));
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("success", true);
        body.put("entries", views(page, reader));
        body.put("next", found.size() > most ? AuditCursor.of(page.getLast()).text() : null);
        return body;
    }

    private static List<Map<String, @Nullable Object>> views(List<AuditEntry> page, Caller.User reader) {
        return page.stream()
                .map(entry -> reader.isAdmin() ? AuditView.forAdmin(entry) : AuditView.forUser(entry, reader.userId()))
                .toList();
    }

    private static @Nullable String whose(Caller.User reader, @Nullable String wished) {
        if (reader.isAdmin()) {
            return wished;
        }
        if (wished != null && !wished.equals(reader.userId())) {
            throw Problem.of(403, "Only admins may read what others did").asException();
        }
        return reader.userId();
    }

    private static @Nullable String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw wrong(field, field + " must be at most " + LONGEST + " characters");
        }
        return value;
    }

    private static @Nullable AuditCursor cursor(@Nullable String text) {
        return text == null
                ? null
                : AuditCursor.parse(text).orElseThrow(() -> wrong("before", "before must be the next of an answer"));
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return USUAL;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw wrong("limit", "limit must be a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static ProblemException wrong(String field, String words) {
        return Problem.of(400, words).with("field", field).asException();
    }
}
