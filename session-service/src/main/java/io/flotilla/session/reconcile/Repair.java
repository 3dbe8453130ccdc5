package io.flotilla.session.reconcile;

import io.flotilla.session.vmsession.EndReason;
import io.flotilla.session.vmsession.VmSession;

/** One thing to do about one session. */
sealed interface Repair {
    /** Its end was wished for and is not confirmed. */
    record Finish(VmSession session) implements Repair {}

    /** It has to end. */
    record End(VmSession session, EndReason reason) implements Repair {}

    /** Its VM was not in the list; if it is surely gone, the session ends too. */
    record EndIfGone(VmSession session, String vmId, EndReason reason) implements Repair {}
}
