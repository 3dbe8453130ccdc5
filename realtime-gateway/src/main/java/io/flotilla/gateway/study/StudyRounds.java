package io.flotilla.gateway.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flotilla.gateway.channel.Channels;
import io.flotilla.gateway.loop.Loop;
import io.flotilla.gateway.loop.VertxLoop;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.studydesk.StudyChange;
import io.flotilla.gateway.studydesk.StudyDesk;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Keeps the {@link StudyDesk} in step with the record: by the channel, by a look every few seconds and whenever something may have been
 * missed or people have changed; and says again and again whose owner is here.
 */
@Singleton
final class StudyRounds {
    private static final Logger LOG = Logger.getLogger(StudyRounds.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration ATTEND = Duration.ofSeconds(2);
    /** Several hints at once are one reason to look. */
    private static final Duration SOON = Duration.ofMillis(250);

    private final StudyRecord record;
    private final StudyAttendance attendance;
    private final Channels channels;
    private final Vertx vertx;
    private final Loop loop;
    private final StudyDesk desk;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean hinted = new AtomicBoolean();

    StudyRounds(StudyRecord record, StudyAttendance attendance, Channels channels, Vertx vertx) {
        this.record = record;
        this.attendance = attendance;
        this.channels = channels;
        this.vertx = vertx;
        this.loop = new VertxLoop(vertx.getOrCreateContext());
        this.desk = new StudyDesk(loop, id -> aside(() -> attendance.attended(List.of(id))));
    }

    /** Runs it on the desk's loop, after all that was handed over before. */
    void atDesk(Consumer<StudyDesk> task) {
        loop.run(() -> task.accept(desk));
    }

    void begin(@Observes StartupEvent started) {
        channels.listen("study-sessions", this::heard, this::look);
        channels.listen("membership", _ -> hint(), this::hint);
        vertx.setPeriodic(LOOK.toMillis(), _ -> look());
        vertx.setPeriodic(ATTEND.toMillis(), _ -> attend());
    }

    private void heard(String message) {
        try {
            StudyChange.of(Json.read(message)).ifPresent(change -> atDesk(one -> one.hear(change)));
        } catch (JsonProcessingException e) {
            // Not of our making, and the next look tells.
            LOG.debug("a message that is none", e);
        }
    }

    private void hint() {
        if (hinted.compareAndSet(false, true)) {
            loop.after(SOON, () -> {
                hinted.set(false);
                look();
            });
        }
    }

    private void look() {
        loop.run(() -> {
            var users = desk.users();
            var known = desk.known();
            // A look that takes longer than the interval is not joined by a second one.
            if (!users.isEmpty() && looking.compareAndSet(false, true)) {
                aside(() -> {
                    try {
                        var found = record.heard(users, known);
                        atDesk(one -> one.looked(users, found));
                    } finally {
                        looking.set(false);
                    }
                });
            }
        });
    }

    private void attend() {
        loop.run(() -> {
            Collection<String> attended = desk.attended();
            if (!attended.isEmpty()) {
                aside(() -> attendance.attended(attended));
            }
        });
    }

    /** What blocks, and may fail: the next round does it again. */
    private static void aside(Runnable task) {
        Thread.ofVirtual().name("study").start(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.debug("study sessions are not in step", e);
            }
        });
    }
}
