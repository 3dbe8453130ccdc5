package io.flotilla.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small decisions at the socket's door, each without I/O. */
class DecisionsTest {
    @ParameterizedTest
    @CsvSource({
        "http://a.test, a.test, true",
        "https://a.test, a.test, true",
        "http://a.test, a.test:80, true",
        "https://a.test, a.test:443, true",
        "https://a.test:443, a.test, true",
        "http://A.test:8080, a.TEST:8080, true",
        "http://[::1]:8080, [::1]:8080, true",
        "http://a.test:8080, a.test, false",
        "http://a.test, a.test:8080, false",
        "https://a.test.evil, a.test, false",
        "https://evil/a.test, a.test, false",
        "https://a.test@evil, a.test, false",
        "ftp://a.test, a.test, false",
        "null, a.test, false",
        "'', a.test, false",
        "nonsense, a.test, false",
        "https://listed.test, a.test, true",
        "https://listed.test:8443, a.test, false"
    })
    void pagesOfTheSameHostAndListedOnesMayOpenSockets(String origin, String host, boolean allowed) {
        assertThat(new Origins(Set.of("https://listed.test")).allow(origin, host))
                .isEqualTo(allowed);
    }

    @Test
    void aClientWithoutAnOriginIsNoPage() {
        assertThat(new Origins(Set.of()).allow(null, "a.test")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 20", "250, 20", "500, 10", "5000, 1", "10000, 0"})
    void aDrainIsSpreadButNeverTakesLongerThanItMay(int sockets, long pause) {
        assertThat(Drain.pause(sockets, 5_000)).isEqualTo(pause);
    }
}
