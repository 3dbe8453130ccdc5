package io.flotilla.session.idempotency;

class InMemoryIdempotencyRecordsTest extends IdempotencyRecordsContract {
    private final IdempotencyRecords records = new InMemoryIdempotencyRecords();

    @Override
    protected IdempotencyRecords records() {
        return records;
    }
}
