package io.flotilla.session.sharing;

import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** What an operator sees of VM sessions. The number of live ones is as of this node's last round of repairs. */
@ApplicationScoped
public class SharingMeters {
    private final MeterRegistry registry;
    private final AtomicInteger live = new AtomicInteger();

    public SharingMeters(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("flotilla.vm.sessions.live", live);
    }

    /** So many sessions are live in all. */
    public void live(int sessions) {
        live.set(sessions);
    }

    /** Counts what became of a wish: {@code created} or {@code joined}, or why not. */
    <T> Outcome<T> counted(String wish, Outcome<T> outcome) {
        var result =
                switch (outcome) {
                    case Outcome.Done<T> _ -> "granted";
                    case Outcome.Refused<T>(Refusal why) -> nameOf(why);
                };
        registry.counter("flotilla.vm.sessions.wishes", "wish", wish, "result", result)
                .increment();
        return outcome;
    }

    private static String nameOf(Refusal refusal) {
        return switch (refusal) {
            case Refusal.LimitReached limit -> "limit-" + limit.scope();
            case Refusal.NoCapacity _ -> "no-capacity";
            case Refusal.PlatformMissing _ -> "platform-missing";
            case Refusal.PlatformFailed _ -> "platform-failed";
            case Refusal.Unwanted _ -> "unwanted";
            case Refusal.UnknownSession _ -> "unknown-session";
            case Refusal.NotOwner _, Refusal.NotShared _, Refusal.NotInside _, Refusal.OwnerStays _ -> "not-allowed";
            case Refusal.Banned _ -> "banned";
            case Refusal.UnknownParticipant _ -> "unknown-participant";
            case Refusal.KeyReused _, Refusal.KeyInUse _ -> "idempotency-key";
        };
    }
}
