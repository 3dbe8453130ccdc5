package io.flotilla.gateway.studydesk;

import io.flotilla.gateway.loop.Loop;
import io.flotilla.gateway.protocol.Json;
import java.time.Duration;
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
public final class StudyDesk {
    public static final String NAMESPACE = "/study-sessions";

    /** News of an end may come again, late; so long it is known as told. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** A session so young that this node has not heard of was just started elsewhere. */
    private static final long JUST_STARTED = 10_000;

    private final Loop loop;
    private final Consumer<String> left;
    private final Hearers hearers = new Hearers();
    private final Map<String, StudyTimer> timers = new HashMap<>();
    private final Seconds seconds;

    /**
     * Nobody is here yet.
     *
     * @param left told of a running session whose owner has just gone from this node
     */
    public StudyDesk(Loop loop, Consumer<String> left) {
        this.loop = loop;
        this.left = left;
        this.seconds = new Seconds(loop, (timer, words) -> hearers.say(timer.audience(), _ -> words));
    }

    /**
     * Somebody has come.
     *
     * @param known what they hear of; null while nobody can say, and then they are told at the first look
     */
    public void arrive(Hearer hearer, @Nullable List<StudyChange> known) {
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

    /** Doing so twice, or without having come, does nothing. */
    public void leave(Hearer hearer) {
        if (hearers.remove(hearer)) {
            timers.values().stream()
                    .map(StudyTimer::known)
                    .filter(one -> one.isRunning() && one.ownerId().equals(hearer.userId()))
                    .forEach(one -> left.accept(one.id()));
            List.copyOf(timers.keySet()).forEach(this::dropUnheard);
        }
    }

    /** Somebody did something, here or on another node. */
    public void hear(StudyChange change) {
        hear(change, true);
        dropUnheard(change.id());
    }

    /** What is so, as of a moment ago, of all that these users hear. */
    public void looked(Set<String> users, List<StudyChange> found) {
        found.forEach(this::hear);
        hearers.inform(users).forEach(one -> one.say(state(one.userId())));
    }

    /** Who is here. */
    public Set<String> users() {
        return hearers.users();
    }

    /** Sessions whose news this node wants. */
    public Set<String> known() {
        var ids = new HashSet<String>();
        timers.forEach((id, timer) -> {
            if (!timer.known().isOver()) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** Running sessions whose owner is here. */
    public Set<String> attended() {
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
            seconds.follow(timer);
            forgetLater(change);
        }
    }

    private void keep(StudyChange change) {
        if (!timers.containsKey(change.id())) {
            var timer = new StudyTimer(change, loop.now());
            timers.put(change.id(), timer);
            seconds.follow(timer);
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

    private void forgetLater(StudyChange change) {
        if (change.isOver()) {
            loop.after(REMEMBERED, () -> timers.remove(change.id()));
        }
    }

    private void dropUnheard(String id) {
        var timer = timers.get(id);
        if (timer != null && !hearers.hasAny(timer.audience())) {
            timers.remove(id);
            seconds.leave(id);
        }
    }
}
