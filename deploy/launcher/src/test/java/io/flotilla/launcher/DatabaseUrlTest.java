package io.flotilla.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @Test
    void readsTheCommonForm() {
        var url = DatabaseUrl.parse("postgres://ada:p%40ss+word@db.example:5433/fleet?sslmode=require");

        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/fleet?sslmode=require");
        assertThat(url.username()).isEqualTo("ada");
        assertThat(url.password()).isEqualTo("p@ss+word");
    }

    @Test
    void fillsInWhatIsUsual() {
        var url = DatabaseUrl.parse("postgresql://db.example");

        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5432/flotilla");
        assertThat(url.username()).isEqualTo("postgres");
        assertThat(url.password()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://u:geheim@h/d", "geheim", "postgres:///d", "postgres://u:ge heim@h/d"})
    void refusesOthersWithoutRepeatingThePassword(String odd) {
        assertThatThrownBy(() -> DatabaseUrl.parse(odd))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContaining("geheim")
                .hasNoCause();
    }

    @Test
    void hidesThePasswordWhenPrinted() {
        assertThat(DatabaseUrl.parse("postgres://ada:geheim@db/fleet").toString())
                .doesNotContain("geheim");
    }
}
