package io.flotilla.session.studysession;

class InMemoryStudySessionsTest extends StudySessionsContract {
    private final StudySessions sessions = new InMemoryStudySessions(() -> StudyFixtures.NOON);

    @Override
    protected StudySessions sessions() {
        return sessions;
    }
}
