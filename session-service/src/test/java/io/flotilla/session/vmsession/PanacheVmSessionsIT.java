package io.flotilla.session.vmsession;

import io.flotilla.session.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PanacheVmSessionsIT extends VmSessionsContract {
    @Inject
    VmSessions sessions;

    @Override
    protected VmSessions sessions() {
        return sessions;
    }
}
