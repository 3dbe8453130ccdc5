package io.flotilla.session.vmsession;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The life of a VM session. Each state offers only the steps that are legal from it:
 *
 * <pre>
 *   {@link Opening} ──live──▶ {@link Live} ──ending──▶ {@link Ending} ──ended──▶ {@link Ended}
 *       └────────────────ending──────────────────────▲
 * </pre>
 *
 * {@link Ending} is a persisted wish: to the people it is over, but the platform has not yet confirmed that the VM is gone.
 */
public sealed interface VmState {
    /** Over, as far as the people are concerned. */
    default boolean isOver() {
        return switch (this) {
            case Opening _, Live _ -> false;
            case Ending _, Ended _ -> true;
        };
    }

    /** The VM was asked for and has not answered. */
    record Opening(Instant since) implements VmState {
        public Live live(String vmId, Instant now, Instant expiresAt) {
            return new Live(vmId, now, expiresAt);
        }

        public Ending ending(EndReason reason, Instant now) {
            return new Ending(null, reason, now);
        }
    }

    /**
     * The VM runs.
     *
     * @param expiresAt its absolute deadline
     */
    record Live(String vmId, Instant since, Instant expiresAt) implements VmState {
        public Ending ending(EndReason reason, Instant now) {
            return new Ending(vmId, reason, now);
        }
    }

    /**
     * It shall be over.
     *
     * @param vmId null when the session ended before the VM's id was known; its tag finds it
     */
    record Ending(@Nullable String vmId, EndReason reason, Instant since) implements VmState {
        public Ended ended() {
            return new Ended(vmId, reason, since);
        }
    }

    /** The VM is surely gone. */
    record Ended(@Nullable String vmId, EndReason reason, Instant at) implements VmState {}
}
