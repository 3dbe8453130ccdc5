package io.flotilla.vmbroker.vm;

class InMemoryVmRecordsTest extends VmRecordsContract {
    private final InMemoryVmRecords store = new InMemoryVmRecords();

    @Override
    protected VmRecords records() {
        return store;
    }

    @Override
    protected VmFacts facts() {
        return store;
    }
}
