package io.flotilla.session.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.kit.id.SequentialIds;
import io.flotilla.session.attendance.InMemoryAttendance;
import io.flotilla.session.studynews.Audience;
import io.flotilla.session.studynews.InMemoryStudyEvents;
import io.flotilla.session.studynews.TellStudyChanges;
import io.flotilla.session.studysession.InMemoryStudySessions;
import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.vmsession.InMemoryVmSessions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The whole of study sessions over twins in memory, at a time that stands still until it is moved. */
public final class StudyWorld {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    public final InstantSource clock = () -> now;
    public final InMemoryStudySessions sessions = new InMemoryStudySessions(clock);
    public final InMemoryVmSessions vmSessions = new InMemoryVmSessions();
    public final InMemoryAttendance attendance = new InMemoryAttendance(clock);
    public final InMemoryStudyEvents events = new InMemoryStudyEvents();
    public final Audience audience = new Audience(vmSessions);
    public final TellStudyChanges telling = new TellStudyChanges(sessions, attendance, events);
    public final RunStudyCommand commands =
            new RunStudyCommand(sessions, audience, new SequentialIds(), new ObjectMapper());

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Stores it, as if a command had. */
    public StudySession has(StudySession session) {
        sessions.put(session);
        attendance.attended(session.id());
        return session;
    }

    public StudySession now(StudySession session) {
        return sessions.find(session.id()).orElseThrow();
    }
}
