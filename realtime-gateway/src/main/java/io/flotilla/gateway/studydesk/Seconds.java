package io.flotilla.gateway.studydesk;

import io.flotilla.gateway.loop.Loop;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Comes again for every second of each timer that runs, and tells it. Called on the loop. */
final class Seconds {
    private final Loop loop;
    private final BiConsumer<StudyTimer, Words> tell;
    private final Map<String, Loop.Timer> pending = new HashMap<>();

    Seconds(Loop loop, BiConsumer<StudyTimer, Words> tell) {
        this.loop = loop;
        this.tell = tell;
    }

    /** From now on, or as it is now; one that stands still is left alone until this is called again. */
    void follow(StudyTimer timer) {
        leave(timer.known().id());
        if (!timer.known().isRunning()) {
            return;
        }
        timer.due(loop.now()).forEach(second -> tell(timer, second));
        var next = Duration.ofMillis(timer.untilNext(loop.now()));
        pending.put(timer.known().id(), loop.after(next, () -> follow(timer)));
    }

    void leave(String sessionId) {
        var next = pending.remove(sessionId);
        if (next != null) {
            next.cancel();
        }
    }

    private void tell(StudyTimer timer, long second) {
        var update = timer.update(second);
        if (!timer.course().at(second).isSamePhase(timer.course().at(second - 1))) {
            var phase = update.deepCopy();
            phase.remove("status");
            tell.accept(timer, new Words("phase-changed", phase));
        }
        tell.accept(timer, new Words("timer-update", update));
    }
}
