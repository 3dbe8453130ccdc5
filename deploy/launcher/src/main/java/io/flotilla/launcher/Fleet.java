package io.flotilla.launcher;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The services of one machine, wired to each other and to the stores; the page that says who knows what. A node's services know their
 * own siblings and the one broker; what all nodes share is in the stores.
 */
final class Fleet {
    private static final List<String> NAMES =
            List.of("auth-service", "session-service", "vm-broker-service", "realtime-gateway");

    private final Settings settings;
    private final SecretFiles secrets;
    private final Stores stores;
    private final List<Node> nodes;
    private final int broker;

    Fleet(Settings settings, SecretFiles secrets, Stores stores) {
        this.settings = settings;
        this.secrets = secrets;
        this.stores = stores;
        var edges = settings.ports();
        var inside = FreePorts.take(Node.INSIDE * edges.size() + 1);
        this.nodes = Node.all(edges, inside);
        this.broker = inside.getLast();
    }

    List<ServicePart> services() {
        var services = new ArrayList<ServicePart>();
        services.add(broker(nodes.getFirst()));
        for (var node : nodes) {
            services.addAll(List.of(auth(node), session(node), gateway(node)));
        }
        return services;
    }

    private ServicePart auth(Node node) {
        var environment = common(node, "auth-service", node.auth());
        environment.put(
                "FLOTILLA_SERVICE_SECRETS",
                String.join(
                        ";",
                        NAMES.stream()
                                .map(name -> name + "=" + clientSecret(name))
                                .toList()));
        environment.put("FLOTILLA_KEY_ENCRYPTION_KEY", given("FLOTILLA_KEY_ENCRYPTION_KEY", "", "key-encryption-key"));
        environment.put("FLOTILLA_API_KEY", given("FLOTILLA_API_KEY", "sk_", "api-key"));
        environment.put(AdminAccount.PASSWORD, given(AdminAccount.PASSWORD, "", AdminAccount.FILE));
        return part(node, "auth-service", environment, node.auth());
    }

    private ServicePart session(Node node) {
        var environment = common(node, "session-service", node.session());
        environment.put("FLOTILLA_SESSION_SECRET_KEY", given("FLOTILLA_SESSION_SECRET_KEY", "", "session-secret-key"));
        return part(node, "session-service", environment, node.session());
    }

    private ServicePart broker(Node node) {
        return part(node, "vm-broker-service", common(node, "vm-broker-service", broker), broker);
    }

    private ServicePart gateway(Node node) {
        var environment = common(node, "realtime-gateway", node.edge());
        environment.put("QUARKUS_HTTP_HOST", settings.value("FLOTILLA_HOST").orElse("0.0.0.0"));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(node.management()));
        // The edge itself believes no forwarded header unless the operator names a proxy in front of it.
        environment.put(
                "FLOTILLA_TRUSTED_PROXIES",
                settings.value("FLOTILLA_TRUSTED_PROXIES").orElse(""));
        return part(node, "realtime-gateway", environment, node.management());
    }

    private Map<String, String> common(Node node, String service, int port) {
        var environment = new HashMap<>(stores.environment());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("FLOTILLA_HOME", settings.home().toString());
        environment.put("FLOTILLA_NODE", service + "-" + node.number());
        environment.put("FLOTILLA_AUTH_URL", "http://127.0.0.1:" + node.auth());
        environment.put("FLOTILLA_SESSION_URL", "http://127.0.0.1:" + node.session());
        environment.put("FLOTILLA_BROKER_URL", "http://127.0.0.1:" + broker);
        environment.put("FLOTILLA_SERVICE_SECRET", clientSecret(service));
        environment.put("FLOTILLA_TRUSTED_PROXIES", "127.0.0.1/32,::1/128");
        return environment;
    }

    private ServicePart part(Node node, String service, Map<String, String> environment, int healthPort) {
        var health = URI.create("http://127.0.0.1:" + healthPort + "/q/health/ready");
        return new ServicePart(settings, node.partName(service), service, environment, health);
    }

    /** What the operator gives, else a secret of this installation's own. */
    private String given(String variable, String prefix, String file) {
        return settings.value(variable).orElseGet(() -> prefix + secrets.secret(file));
    }

    private String clientSecret(String service) {
        return secrets.secret("client-" + service);
    }
}
