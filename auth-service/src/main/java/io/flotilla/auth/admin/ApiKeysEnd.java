package io.flotilla.auth.admin;

import io.flotilla.auth.apikey.OwnApiKeys;
import io.flotilla.auth.signin.EndReason;
import io.flotilla.auth.signin.WhenEnded;
import jakarta.inject.Singleton;

/** What API keys opened closes when an administrator changes their owner; it is not one's password that opened it. */
@Singleton
final class ApiKeysEnd implements WhenEnded {
    private final OwnApiKeys keys;

    ApiKeysEnd(OwnApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public void ended(String userId, EndReason reason) {
        if (reason == EndReason.DISABLED || reason == EndReason.ROLES_CHANGED) {
            keys.revokeTokensOf(userId);
        }
    }
}
