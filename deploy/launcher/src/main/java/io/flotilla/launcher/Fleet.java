package io.flotilla.launcher;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The four services of one machine, wired to each other and to the stores; the page that says who knows what. */
final class Fleet {
    private static final List<String> NAMES =
            List.of("auth-service", "session-service", "vm-broker-service", "realtime-gateway");

    private final Settings settings;
    private final SecretFiles secrets;
    private final Stores stores;
    private final int auth;
    private final int session;
    private final int broker;
    private final int management;

    Fleet(Settings settings, SecretFiles secrets, Stores stores) {
        this.settings = settings;
        this.secrets = secrets;
        this.stores = stores;
        var ports = FreePorts.take(4);
        this.auth = ports.get(0);
        this.session = ports.get(1);
        this.broker = ports.get(2);
        this.management = ports.get(3);
    }

    List<ServicePart> services() {
        return List.of(
                authService(), inside("session-service", session), inside("vm-broker-service", broker), gateway());
    }

    private ServicePart authService() {
        var environment = common("auth-service", auth);
        environment.put(
                "FLOTILLA_SERVICE_SECRETS",
                String.join(
                        ";",
                        NAMES.stream()
                                .map(name -> name + "=" + clientSecret(name))
                                .toList()));
        environment.put("FLOTILLA_KEY_ENCRYPTION_KEY", secrets.secret("key-encryption-key"));
        environment.putIfAbsent("FLOTILLA_API_KEY", "sk_" + secrets.secret("api-key"));
        return new ServicePart(settings, "auth-service", environment, health(auth));
    }

    private ServicePart inside(String name, int port) {
        return new ServicePart(settings, name, common(name, port), health(port));
    }

    private ServicePart gateway() {
        var environment = common("realtime-gateway", settings.port());
        environment.put("QUARKUS_HTTP_HOST", settings.environment().getOrDefault("FLOTILLA_HOST", "0.0.0.0"));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        // The edge itself believes no forwarded header unless the operator names a proxy in front of it.
        environment.put(
                "FLOTILLA_TRUSTED_PROXIES", settings.environment().getOrDefault("FLOTILLA_TRUSTED_PROXIES", ""));
        return new ServicePart(settings, "realtime-gateway", environment, health(management));
    }

    private Map<String, String> common(String name, int port) {
        var environment = new HashMap<>(stores.environment());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("FLOTILLA_HOME", settings.home().toString());
        environment.put("FLOTILLA_NODE", name + "-1");
        environment.put("FLOTILLA_AUTH_URL", "http://127.0.0.1:" + auth);
        environment.put("FLOTILLA_SESSION_URL", "http://127.0.0.1:" + session);
        environment.put("FLOTILLA_BROKER_URL", "http://127.0.0.1:" + broker);
        environment.put("FLOTILLA_SERVICE_SECRET", clientSecret(name));
        environment.put("FLOTILLA_TRUSTED_PROXIES", "127.0.0.1/32,::1/128");
        return environment;
    }

    private String clientSecret(String service) {
        return secrets.secret("client-" + service);
    }

    private static URI health(int port) {
        return URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    }
}
