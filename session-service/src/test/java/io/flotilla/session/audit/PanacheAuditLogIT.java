package io.flotilla.session.audit;

import io.flotilla.session.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PanacheAuditLogIT extends AuditLogContract {
    @Inject
    AuditLog log;

    @Override
    protected AuditLog log() {
        return log;
    }
}
