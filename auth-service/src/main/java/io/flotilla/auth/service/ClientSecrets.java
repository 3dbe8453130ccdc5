package io.flotilla.auth.service;

import io.flotilla.kit.secret.Secret;
import java.util.HashMap;
import java.util.Map;

/** Which secret opens which service's token; pure. */
public final class ClientSecrets {
    private final Map<String, Secret> byName;
    private final Secret nobodys = Secret.random();

    private ClientSecrets(Map<String, Secret> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Reads {@code name=secret;name=secret}; throws {@link IllegalArgumentException}, which shows no secret, for anything else. */
    public static ClientSecrets parse(String text) {
        var byName = new HashMap<String, Secret>();
        for (var pair : text.split(";", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw new IllegalArgumentException("FLOTILLA_SERVICE_SECRETS: write name=secret;name=secret");
            }
            byName.put(
                    pair.substring(0, equals).strip(),
                    Secret.of(pair.substring(equals + 1).strip()));
        }
        return new ClientSecrets(byName);
    }

    /** In the same time for an unknown name as for a wrong secret. */
    public boolean matches(String name, Secret secret) {
        boolean same = byName.getOrDefault(name, nobodys).equals(secret);
        return same && byName.containsKey(name);
    }
}
