package io.flotilla.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Path CHECKOUT = Path.of("/srv/flotilla");

    @Test
    void needNothingOfTheEnvironment() {
        var settings = Settings.from(Map.of(), CHECKOUT);

        assertThat(settings.url()).isEqualTo("http://localhost:8080");
        assertThat(settings.home()).isEqualTo(CHECKOUT.resolve(".flotilla"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.redis()).isEmpty();
    }

    @Test
    void takeWhatTheEnvironmentSays() {
        var settings = Settings.from(
                Map.of("FLOTILLA_PORT", "9000", "FLOTILLA_HOME", "/var/lib/flotilla", "REDIS_URL", "redis://r"),
                CHECKOUT);

        assertThat(settings.url()).isEqualTo("http://localhost:9000");
        assertThat(settings.home()).isEqualTo(Path.of("/var/lib/flotilla"));
        assertThat(settings.redis()).contains("redis://r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "eighty", "80 80"})
    void refuseAnOddPortInOneSentence(String port) {
        assertThatThrownBy(() -> Settings.from(Map.of("FLOTILLA_PORT", port), CHECKOUT))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("FLOTILLA_PORT")
                .hasMessageContaining("1 to 65535");
    }

    @Test
    void giveEveryNodeAPort() {
        assertThat(ports(Map.of())).containsExactly(8080);
        assertThat(ports(Map.of("FLOTILLA_NODES", "2"))).containsExactly(8080, 8081);
        assertThat(ports(Map.of("FLOTILLA_NODES", "3", "FLOTILLA_PORT", "9000", "FLOTILLA_PORT_2", "9100")))
                .containsExactly(9000, 9100, 9002);
        assertThat(ports(Map.of("FLOTILLA_PORT_2", "9100"))).containsExactly(8080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "-2", "two"})
    void refuseAnOddNumberOfNodes(String nodes) {
        assertThatThrownBy(() -> Settings.from(Map.of("FLOTILLA_NODES", nodes), CHECKOUT))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("FLOTILLA_NODES")
                .hasMessageContaining("1 to 4");
    }

    @Test
    void blankIsNotSaid() {
        var settings = Settings.from(Map.of("FLOTILLA_PORT", " ", "FLOTILLA_API_KEY", ""), CHECKOUT);

        assertThat(settings.ports()).containsExactly(8080);
        assertThat(settings.value("FLOTILLA_API_KEY")).isEmpty();
    }

    private static List<Integer> ports(Map<String, String> environment) {
        return Settings.from(environment, CHECKOUT).ports();
    }
}
