package io.flotilla.gateway.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.loop.Loop;
import io.flotilla.gateway.protocol.Json;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All study sessions that sockets of this node hear of. Keeps order: who hears of a session hears its changes and its seconds one after
 * the other, and nothing before {@code session-state}. Everything here is called on the loop, and nothing blocks.
 */
final class StudyDesk {
    /** News of an end may come again, late; so long it is known as told. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** A session so young that this node has not heard of was just started elsewhere. */
    private static final long JUST_STARTED = 10_000;

    private final Loop loop;
    private final Consumer<String> left;
    private final Hearers hearers = new Hearers();
    private final Map<String, StudyTimer> timers = new HashMap<>();
    private final Map<String, Loop.Timer> ticks = new HashMap<>();

    /** @param left told of a running session whose owner has just gone from this node */
    StudyDesk(Loop loop, Consumer<String> left) {
        this.loop = loop;
        this.left = left;
    }

    /** @param known what they hear of; null while nobody can say, and then they are told at the first look */
    void arrive(Hearer hearer, @Nullable List<StudyChange> known) {
        if (known != null) {
            // Others of the same user may hear news by this; the newcomer hears how it stands.
            known.forEach(change -> hear(change, hearers.has(hearer.userId())));
        }
        hearers.add(hearer, known != null);
        if (known != null) {
            known.forEach(this::keep);
            hearer.say(state(hearer.userId()));
        }
    }

    void leave(Hearer hearer) {
        if (hearers.remove(hearer)) {
            timers.values().stream()
                    .map(StudyTimer::known)
                    .filter(one -> one.isRunning() && one.ownerId().equals(hearer.userId()))
                    .forEach(one -> left.accept(one.id()));
            List.copyOf(timers.keySet()).forEach(this::dropUnheard);
        }
    }

    /** Somebody did something, here or on another node. */
    void hear(StudyChange change) {
        hear(change, true);
        dropUnheard(change.id());
    }

    /** What is so, as of a moment ago, of all that these users hear. */
    void looked(Set<String> users, List<StudyChange> found) {
        found.forEach(this::hear);
        hearers.inform(users).forEach(one -> one.say(state(one.userId())));
    }

    Set<String> users() {
        return hearers.users();
    }

    /** Sessions whose news this node wants. */
    Set<String> known() {
        var ids = new HashSet<String>();
        timers.forEach((id, timer) -> {
            if (!timer.known().isOver()) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** Running sessions whose owner is here. */
    Set<String> attended() {
        var ids = new HashSet<String>();
        timers.forEach((id, timer) -> {
            if (timer.known().isRunning() && hearers.has(timer.known().ownerId())) {
                ids.add(id);
            }
        });
        return ids;
    }

    private void hear(StudyChange change, boolean tell) {
        var timer = timers.get(change.id());
        if (timer == null) {
            if (tell && hearers.hasAny(change.audience())) {
                keep(change);
                tellNew(change);
            }
            return;
        }
        var before = timer.audience();
        boolean isNews = timer.hear(change, loop.now());
        if (isNews) {
            tell(timer, change);
        }
        tellWhoseHearingChanged(before, timer.audience());
        if (isNews) {
            tick(change.id());
            forgetLater(change);
        }
    }

    private void keep(StudyChange change) {
        if (!timers.containsKey(change.id())) {
            timers.put(change.id(), new StudyTimer(change, loop.now()));
            tick(change.id());
            forgetLater(change);
        }
    }

    private void tellNew(StudyChange change) {
        var timer = timers.get(change.id());
        boolean isEvent = !change.event().equals("state")
                && (!change.event().equals("started") || change.elapsedMs() < JUST_STARTED);
        if (timer != null && isEvent) {
            tell(timer, change);
        } else {
            hearers.say(change.audience(), this::state);
        }
    }

    private void tell(StudyTimer timer, StudyChange change) {
        if (change.event().equals("state")) {
            hearers.say(timer.audience(), this::state);
            return;
        }
        var event = "session-" + change.event();
        var owners = new Words(event, timer.view(true, loop.now()));
        var others = new Words(event, timer.view(false, loop.now()));
        hearers.say(timer.audience(), user -> user.equals(change.ownerId()) ? owners : others);
    }

    /** Who came to hear of it, or hears of it no longer, is told how it stands now. */
    private void tellWhoseHearingChanged(Set<String> before, Set<String> after) {
        var changed = new HashSet<>(before);
        changed.addAll(after);
        changed.removeIf(user -> before.contains(user) && after.contains(user));
        hearers.say(changed, this::state);
    }

    private Words state(String userId) {
        var state = Json.object();
        state.putNull("session");
        var shared = state.putArray("shared");
        for (var timer : timers.values()) {
            var one = timer.known();
            if (one.isOver() || !timer.audience().contains(userId)) {
                continue;
            }
            if (one.ownerId().equals(userId)) {
                state.set("session", timer.view(true, loop.now()));
            } else {
                shared.add(timer.view(false, loop.now()));
            }
        }
        return new Words("session-state", state);
    }

    /** Tells what is due of that session, and comes again for the next second. */
    private void tick(String id) {
        var pending = ticks.remove(id);
        if (pending != null) {
            pending.cancel();
        }
        var timer = timers.get(id);
        if (timer == null || !timer.known().isRunning()) {
            return;
        }
        timer.due(loop.now()).forEach(second -> tellSecond(timer, second));
        ticks.put(id, loop.after(Duration.ofMillis(timer.untilNext(loop.now())), () -> tick(id)));
    }

    private void tellSecond(StudyTimer timer, long second) {
        var update = timer.update(second);
        if (!timer.course().at(second).isSamePhase(timer.course().at(second - 1))) {
            ObjectNode phase = update.deepCopy();
            phase.remove("status");
            say(timer.audience(), new Words("phase-changed", phase));
        }
        say(timer.audience(), new Words("timer-update", update));
    }

    private void say(Collection<String> userIds, Words words) {
        hearers.say(userIds, _ -> words);
    }

    private void forgetLater(StudyChange change) {
        if (change.isOver()) {
            loop.after(REMEMBERED, () -> timers.remove(change.id()));
        }
    }

    private void dropUnheard(String id) {
        var timer = timers.get(id);
        if (timer != null && !hearers.hasAny(timer.audience())) {
            timers.remove(id);
            var pending = ticks.remove(id);
            if (pending != null) {
                pending.cancel();
            }
        }
    }
}
