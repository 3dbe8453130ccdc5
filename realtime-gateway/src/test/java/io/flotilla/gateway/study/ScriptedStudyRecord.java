package io.flotilla.gateway.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.channel.InMemoryChannels;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.studydesk.StudyChange;
import io.flotilla.kit.problem.Unavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Session-service, played for several nodes at once: sessions of one kind, which everybody in {@link #inside} hears. Thread-safe. */
final class ScriptedStudyRecord implements StudyRecord {
    /** Guarded by this. */
    private final Map<String, Timer> timers = new LinkedHashMap<>();

    private final InMemoryChannels channels;
    final Set<String> inside = ConcurrentHashMap.newKeySet();
    volatile boolean away;
    volatile boolean silent;

    ScriptedStudyRecord(InMemoryChannels channels) {
        this.channels = channels;
    }

    private static final class Timer {
        private final String id;
        private final String owner;
        private final String subject;
        private String status = "active";
        private long ranMs;
        private long sinceNanos = System.nanoTime();
        private int revision = 1;

        Timer(String id, String owner, String subject) {
            this.id = id;
            this.owner = owner;
            this.subject = subject;
        }

        long elapsedMs() {
            return status.equals("active") ? ranMs + (System.nanoTime() - sinceNanos) / 1_000_000 : ranMs;
        }

        void become(String next) {
            if (!status.equals(next)) {
                ranMs = elapsedMs();
                sinceNanos = System.nanoTime();
                status = next;
                revision++;
            }
        }

        ObjectNode view() {
            return Json.object()
                    .put("id", id)
                    .put("sessionId", id)
                    .put("userId", owner)
                    .put("subjectId", subject)
                    .put("type", "free")
                    .put("status", status)
                    .put("duration", elapsedMs() / 1_000)
                    .put("revision", revision);
        }
    }

    @Override
    public synchronized Arrival arrive(String userId, String sessionId) {
        comeHere();
        return new Arrival(userId + "@example.org", heard(List.of(userId), List.of()));
    }

    @Override
    public synchronized Answer run(String userId, String command, ObjectNode body) {
        comeHere();
        if (command.equals("start-session")) {
            var timer = new Timer(
                    "s-" + (timers.size() + 1), userId, body.path("subjectId").asText());
            timers.put(timer.id, timer);
            return changed(timer);
        }
        var verb = command.substring(0, command.indexOf('-'));
        var timer = timers.get(body.path("sessionId").asText());
        if (timer == null || !timer.owner.equals(userId)) {
            return new Answer.Refused(Json.object()
                    .put("code", "not-found")
                    .put("message", "Session not found or you do not have permission to " + verb + " it"));
        }
        timer.become(
                switch (verb) {
                    case "pause" -> "paused";
                    case "resume" -> "active";
                    default -> "ended";
                });
        return changed(timer);
    }

    @Override
    public synchronized List<StudyChange> heard(Collection<String> users, Collection<String> known) {
        comeHere();
        var found = new ArrayList<StudyChange>();
        for (var timer : timers.values()) {
            var change = change(timer);
            boolean isHeard = !change.isOver() && change.audience().stream().anyMatch(users::contains);
            if (isHeard || known.contains(timer.id)) {
                found.add(change);
            }
        }
        return found;
    }

    private Answer changed(Timer timer) {
        var change = change(timer);
        if (!silent) {
            var message = Json.object().put("event", change.event()).put("elapsedMs", change.elapsedMs());
            message.set("session", change.session());
            change.audience().forEach(message.putArray("audience")::add);
            channels.publish("study-sessions", message.toString());
        }
        return new Answer.Done(timer.view(), List.of(change));
    }

    private StudyChange change(Timer timer) {
        var audience = new HashSet<String>();
        Stream.concat(Stream.of(timer.owner), inside.stream()).forEach(audience::add);
        var event =
                switch (timer.status) {
                    case "active" -> timer.revision == 1 ? "started" : "resumed";
                    default -> timer.status;
                };
        return new StudyChange(event, timer.view(), timer.elapsedMs(), audience);
    }

    private void comeHere() {
        if (away) {
            throw new Unavailable("scripted");
        }
    }
}
