package io.flotilla.vmbroker.vm;

import java.time.Instant;

/**
 * The life of a VM. Each state offers its legal ways on, so that no other can be written:
 *
 * <pre>
 * {@link Starting} ──running()──▶ {@link Running} ──ending(reason)──▶ {@link Ending} ──ended(at)──▶ {@link Ended}
 *     └──────────────ending(reason): it failed, or its broker was lost──────▲
 * </pre>
 */
public sealed interface VmState {
    /** Recorded, its browser not there yet; nobody outside knows its id. */
    record Starting() implements VmState {
        public Running running() {
            return new Running();
        }

        public Ending ending(EndReason reason) {
            return new Ending(reason);
        }
    }

    /** Can be watched. */
    record Running() implements VmState {
        public Ending ending(EndReason reason) {
            return new Ending(reason);
        }
    }

    /** Decided to be over; its browser may still be there. The first reason stays. */
    record Ending(EndReason reason) implements VmState {
        public Ended ended(Instant at) {
            return new Ended(reason, at);
        }
    }

    /** Nothing is left of it but the record. */
    record Ended(EndReason reason, Instant at) implements VmState {}
}
