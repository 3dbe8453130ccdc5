package io.flotilla.session.idempotency;

import io.flotilla.session.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PanacheIdempotencyRecordsIT extends IdempotencyRecordsContract {
    @Inject
    IdempotencyRecords records;

    @Override
    protected IdempotencyRecords records() {
        return records;
    }
}
