package io.flotilla.session.studynews;

import java.time.Instant;
import java.util.List;

/**
 * Tells all nodes what changed. Best effort: what is told while nobody can be reached is lost, and never fails the act it tells of.
 * Thread-safe; blocks a bounded time.
 */
public interface StudyEvents {
    /** In that order; {@code now} is the record's. */
    void tell(List<StudyChange> changes, Instant now);
}
