package io.flotilla.kit.identity;

import io.flotilla.kit.secret.Secret;

/** Exchanges an API key ({@code sk_…}) for a user's token. Blocks; never throws; remembers nothing. */
public interface ApiKeyExchange {
    /** The client's address goes along, so that one who guesses keys is slowed down and nobody else. */
    Exchanged exchangeApiKey(Secret key, String clientAddress);
}
