package io.flotilla.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {
    @TempDir
    private Path home;

    @Test
    void oneNodeIsFourServices() {
        assertThat(names(fleet(Map.of())))
                .containsExactlyInAnyOrder("auth-service", "session-service", "vm-broker-service", "realtime-gateway");
    }

    @Test
    void aSecondNodeKnowsItsOwnSiblingsAndTheOneBroker() {
        var fleet = fleet(Map.of("FLOTILLA_NODES", "2", "FLOTILLA_PORT", "9000"));

        assertThat(names(fleet))
                .containsExactlyInAnyOrder(
                        "auth-service",
                        "session-service",
                        "vm-broker-service",
                        "realtime-gateway",
                        "auth-service-2",
                        "session-service-2",
                        "realtime-gateway-2");
        var auth = part(fleet, "auth-service-2");
        var session = part(fleet, "session-service-2");
        var gateway = part(fleet, "realtime-gateway-2");
        assertThat(gateway)
                .containsEntry("QUARKUS_HTTP_PORT", "9001")
                .containsEntry("FLOTILLA_NODE", "realtime-gateway-2")
                .containsEntry("FLOTILLA_AUTH_URL", url(auth))
                .containsEntry("FLOTILLA_SESSION_URL", url(session))
                .containsEntry("FLOTILLA_BROKER_URL", url(part(fleet, "vm-broker-service")));
        assertThat(session).containsEntry("FLOTILLA_AUTH_URL", url(auth));
        assertThat(Stream.of("auth-service", "session-service", "realtime-gateway")
                        .map(name -> part(fleet, name)))
                .allSatisfy(first -> assertThat(first).doesNotContainEntry("FLOTILLA_AUTH_URL", url(auth)));
    }

    @Test
    void nodesOfOneServiceShareItsSecrets() {
        var fleet = fleet(Map.of("FLOTILLA_NODES", "2"));

        for (var variable : List.of(
                "FLOTILLA_KEY_ENCRYPTION_KEY",
                "FLOTILLA_API_KEY",
                "FLOTILLA_ADMIN_PASSWORD",
                "FLOTILLA_SERVICE_SECRETS")) {
            assertThat(part(fleet, "auth-service-2"))
                    .containsEntry(variable, part(fleet, "auth-service").get(variable));
        }
        assertThat(part(fleet, "session-service-2"))
                .containsEntry(
                        "FLOTILLA_SESSION_SECRET_KEY",
                        part(fleet, "session-service").get("FLOTILLA_SESSION_SECRET_KEY"));
    }

    @Test
    void theAdminsPasswordIsMadeOnceAndItsPlaceIsToldButNotTheWord() throws Exception {
        var settings = settings(Map.of());
        var first = part(fleet(Map.of()), "auth-service").get("FLOTILLA_ADMIN_PASSWORD");
        var again = part(fleet(Map.of()), "auth-service").get("FLOTILLA_ADMIN_PASSWORD");

        var file = home.resolve("secrets").resolve("admin-password");
        assertThat(first).hasSize(43).isEqualTo(again).isEqualTo(Files.readString(file));
        assertThat(AdminAccount.hint(settings)).contains(file.toString()).doesNotContain(first);
    }

    @Test
    void whatTheOperatorGivesIsNotReplaced() {
        var given = Map.of(
                "FLOTILLA_API_KEY", "sk_mine",
                "FLOTILLA_ADMIN_PASSWORD", "of my own",
                "FLOTILLA_SESSION_SECRET_KEY", "sealed with this",
                "FLOTILLA_KEY_ENCRYPTION_KEY", "and that");
        var fleet = fleet(given);

        assertThat(part(fleet, "auth-service"))
                .containsEntry("FLOTILLA_API_KEY", "sk_mine")
                .containsEntry("FLOTILLA_ADMIN_PASSWORD", "of my own")
                .containsEntry("FLOTILLA_KEY_ENCRYPTION_KEY", "and that");
        assertThat(part(fleet, "session-service")).containsEntry("FLOTILLA_SESSION_SECRET_KEY", "sealed with this");
        assertThat(AdminAccount.hint(settings(given))).doesNotContain("of my own");
    }

    private List<ServicePart> fleet(Map<String, String> environment) {
        var database = new DatabaseUrl("jdbc:postgresql://127.0.0.1/x", "postgres", "p");
        var settings = settings(environment);
        return new Fleet(settings, new SecretFiles(settings.secrets()), new Stores(database, "redis://127.0.0.1"))
                .services();
    }

    private Settings settings(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("FLOTILLA_HOME", home.toString());
        return Settings.from(all, home);
    }

    private static List<String> names(List<ServicePart> fleet) {
        return fleet.stream().map(ServicePart::name).toList();
    }

    private static Map<String, String> part(List<ServicePart> fleet, String name) {
        return fleet.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow()
                .environment();
    }

    private static String url(Map<String, String> environment) {
        return "http://127.0.0.1:" + environment.get("QUARKUS_HTTP_PORT");
    }
}
