package io.flotilla.session.studynews;

import io.flotilla.session.attendance.Attendance;
import io.flotilla.session.studysession.StudySessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** What follows once a change is written: attendance is brought up to date, and the nodes are told. Fails nothing. */
@ApplicationScoped
public class TellStudyChanges {
    private static final Logger LOG = Logger.getLogger(TellStudyChanges.class);

    private final StudySessions sessions;
    private final Attendance attendance;
    private final StudyEvents events;

    public TellStudyChanges(StudySessions sessions, Attendance attendance, StudyEvents events) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.events = events;
    }

    /** Outside of any transaction. */
    public void tell(List<StudyChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        changes.forEach(this::attend);
        events.tell(changes, sessions.now());
    }

    /** Who starts or resumes is there; whoever stands still need not be. */
    private void attend(StudyChange change) {
        try {
            if (change.session().isRunning()) {
                attendance.attended(change.session().id());
            } else {
                attendance.forget(change.session().id());
            }
        } catch (RuntimeException e) {
            LOG.warnf("attendance of a study session is not known: %s", e.toString());
        }
    }
}
