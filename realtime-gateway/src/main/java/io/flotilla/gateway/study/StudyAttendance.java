package io.flotilla.gateway.study;

import java.util.Collection;

/** Tells all who look that the owners of these sessions are there. Blocks; throws when nobody can be told. Idempotent. */
interface StudyAttendance {
    /** As of now. */
    void attended(Collection<String> sessionIds);
}
