package io.flotilla.session.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Who may call what: every route of the API's description, for every kind of caller. */
@QuarkusTest
@QuarkusTestResource(RunningService.class)
class AccessMatrixIT {
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    static List<Row> rows() {
        return Row.of(text("access-matrix.txt"));
    }

    @Test
    void namesEveryRoute() {
        Set<String> written = new TreeSet<>();
        Map<String, Object> document = new Yaml().load(text("openapi/session-service.yaml"));
        ((Map<?, ?>) document.get("paths")).forEach((path, item) -> ((Map<?, ?>) item)
                .keySet().stream()
                        .map(String::valueOf)
                        .filter(VERBS::contains)
                        .forEach(verb -> written.add(verb.toUpperCase(Locale.ROOT) + " "
                                + String.valueOf(path).replaceAll("\\{[^}]*}", "{}"))));

        Set<String> named = new TreeSet<>();
        rows().forEach(row -> named.add(row.route()));

        assertThat(named).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersEachAsItShould(Row row) {
        var answers = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            var reply = new Scene(kind).call(row);
            answers.put(kind, reply.status());
            assertThat(reply.header("Content-Type")).as("%s by %s", row, kind).startsWith("application/json");
            if (reply.status() >= 400) {
                assertThat(reply.body().getString("error"))
                        .as("%s by %s: %s", row, kind, reply.text())
                        .isNotBlank();
            }
            if (reply.status() == 405) {
                assertThat(reply.header("Allow")).isNotBlank();
            }
        }

        assertThat(answers).isEqualTo(row.statuses());
    }

    /** A wrong method is 405 with the right ones, whoever asks. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void saysWhichMethodsItKnows(String path) {
        var reply = Visitor.call("PROPFIND", path, null, Map.of());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isNotBlank();
        assertThat(reply.header("Content-Type")).startsWith("application/json");
    }

    static Set<String> paths() {
        return rows().stream()
                .map(Row::path)
                .filter(path -> path.startsWith("/api/"))
                .map(path -> path.replaceAll("\\{[^}]*}", "some-id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }
}
