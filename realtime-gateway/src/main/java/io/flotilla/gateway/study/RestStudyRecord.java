package io.flotilla.gateway.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.studydesk.StudyChange;
import io.flotilla.kit.client.JsonClient;
import io.flotilla.kit.identity.ServiceTokens;
import io.flotilla.kit.problem.Unavailable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** By {@code /internal/study-sessions} ({@code contracts/internal-rest.md}). Many who come at once wait for one another, a while. */
@Singleton
final class RestStudyRecord implements StudyRecord {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 32;
    private static final int BATCH = 500;

    private final JsonClient client;
    private final ServiceTokens tokens;
    private final GatewayConfig config;
    private final Semaphore places = new Semaphore(AT_ONCE);

    RestStudyRecord(JsonClient client, ServiceTokens tokens, GatewayConfig config) {
        this.client = client;
        this.tokens = tokens;
        this.config = config;
    }

    @Override
    public Arrival arrive(String userId, String sessionId) {
        var answer = ok(post("/arrivals", userId, Json.object().put("sid", sessionId)));
        return new Arrival(answer.path("email").textValue(), StudyChange.all(answer.path("changes")));
    }

    @Override
    public Answer run(String userId, String command, ObjectNode body) {
        var answer = post("/commands/" + command, userId, body);
        if (answer.status() == 413 || answer.status() == 400) {
            return new Answer.Refused(
                    Json.object().put("code", "invalid").put("message", "This cannot be read, or is too large"));
        }
        var said = ok(answer);
        return said.path("error") instanceof ObjectNode error
                ? new Answer.Refused(error)
                : new Answer.Done(said.path("session"), StudyChange.all(said.path("changes")));
    }

    @Override
    public List<StudyChange> heard(Collection<String> users, Collection<String> known) {
        var someUsers = List.copyOf(users);
        var someKnown = List.copyOf(known);
        var found = new ArrayList<StudyChange>();
        for (int from = 0; from < Math.max(someUsers.size(), someKnown.size()); from += BATCH) {
            var asked = Map.of("users", part(someUsers, from), "known", part(someKnown, from));
            found.addAll(StudyChange.all(ok(post("/heard", null, asked)).path("changes")));
        }
        return found;
    }

    private static List<String> part(List<String> all, int from) {
        return all.subList(Math.min(from, all.size()), Math.min(from + BATCH, all.size()));
    }

    private JsonClient.Answer post(String path, @Nullable String userId, Object body) {
        take();
        try {
            var answer = send(path, userId, body);
            if (answer.status() != 401) {
                return answer;
            }
            // Our token was good once: keys may have changed. Nothing was done yet.
            tokens.forget();
            return send(path, userId, body);
        } finally {
            places.release();
        }
    }

    private JsonClient.Answer send(String path, @Nullable String userId, Object body) {
        var headers = new HashMap<String, String>();
        headers.put("Authorization", "Bearer " + tokens.bearer());
        if (userId != null) {
            headers.put("X-On-Behalf-Of", userId);
        }
        var url = config.services().session().resolve("/internal/study-sessions" + path);
        return client.post(url, headers, body, LIMIT);
    }

    private void take() {
        try {
            if (!places.tryAcquire(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("Too many ask about study sessions just now");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting", e);
        }
    }

    private static JsonNode ok(JsonClient.Answer answer) {
        if (!answer.ok()) {
            throw new Unavailable("session-service answered " + answer.status());
        }
        return answer.body();
    }
}
