package io.flotilla.gateway.recovery;

class InMemoryRecoveriesTest extends RecoveriesContract {
    private final Recoveries recoveries = new InMemoryRecoveries();

    @Override
    Recoveries recoveries() {
        return recoveries;
    }
}
