package io.flotilla.session.studynews;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** For tests, which see what was told. */
public final class InMemoryStudyEvents implements StudyEvents {
    private final List<StudyChange> told = new CopyOnWriteArrayList<>();

    @Override
    public void tell(List<StudyChange> changes, Instant now) {
        told.addAll(changes);
    }

    public List<StudyChange> told() {
        return List.copyOf(told);
    }
}
