package io.flotilla.auth.external;

import java.util.UUID;

class InMemoryExternalIdentitiesTest extends ExternalIdentitiesContract {
    private final ExternalIdentities identities = new InMemoryExternalIdentities();

    @Override
    ExternalIdentities identities() {
        return identities;
    }

    @Override
    String account() {
        return UUID.randomUUID().toString();
    }
}
