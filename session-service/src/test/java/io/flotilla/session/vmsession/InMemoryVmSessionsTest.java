package io.flotilla.session.vmsession;

class InMemoryVmSessionsTest extends VmSessionsContract {
    private final VmSessions sessions = new InMemoryVmSessions();

    @Override
    protected VmSessions sessions() {
        return sessions;
    }
}
