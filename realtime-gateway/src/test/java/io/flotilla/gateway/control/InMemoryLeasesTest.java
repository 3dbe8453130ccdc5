package io.flotilla.gateway.control;

class InMemoryLeasesTest extends LeasesContract {
    private final Leases leases = new InMemoryLeases();

    @Override
    Leases leases() {
        return leases;
    }
}
