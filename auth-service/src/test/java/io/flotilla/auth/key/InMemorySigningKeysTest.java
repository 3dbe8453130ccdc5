package io.flotilla.auth.key;

class InMemorySigningKeysTest extends SigningKeysContract {
    private final SigningKeys record = new InMemorySigningKeys();

    @Override
    SigningKeys replica() {
        return record;
    }
}
