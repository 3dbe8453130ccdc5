package io.flotilla.auth.apikey;

class InMemoryApiKeysTest extends ApiKeysContract {
    private final ApiKeys keys = new InMemoryApiKeys();

    @Override
    ApiKeys keys() {
        return keys;
    }
}
