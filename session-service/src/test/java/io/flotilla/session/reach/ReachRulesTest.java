package io.flotilla.session.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachRulesTest {
    private final ReachRules rules =
            ReachRules.of(List.of("platform.internal:8443", " 10.1.2.3:443 ", "[fd00::1]:443", "[0:0:0:0:0:0:0:1]:80"));

    @Test
    void reachPublicAddressesOnAnyPort() {
        assertThat(admitted("example.org", 443, "1.1.1.1")).contains("1.1.1.1");
        assertThat(admitted("example.org", 9999, "2606:4700:0:0:0:0:0:1111")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.0.1", "0.0.0.0", "::1", "fe80::1", "fd00::2"
            })
    void reachNobodysInside(String address) {
        assertThat(admitted("harmless.example", 443, address)).isEmpty();
    }

    @Test
    void takeTheFirstOfSeveralThatMayBeReached() {
        assertThat(admitted("mixed.example", 443, "127.0.0.1", "8.8.8.8")).contains("8.8.8.8");
    }

    @Test
    void openWhatTheOperatorNamedOnThatPortOnly() {
        assertThat(admitted("Platform.Internal", 8443, "10.9.9.9")).contains("10.9.9.9");
        assertThat(admitted("platform.internal", 443, "10.9.9.9")).isEmpty();
        assertThat(admitted("any.example", 443, "10.1.2.3")).contains("10.1.2.3");
        assertThat(admitted("any.example", 80, "10.1.2.3")).isEmpty();
        assertThat(admitted("any.example", 443, "fd00::1")).isNotEmpty();
        assertThat(admitted("::1", 80, "::1")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "host:", ":80", "http://host:80", "host:80/path", "10.0.0.0/8:80", "*:443"})
    void refuseToGuessWhatAnOddEntryMeans(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReachRules.of(List.of(entry)))
                .withMessageContaining(entry);
    }

    private java.util.Optional<String> admitted(String host, int port, String... addresses) {
        return rules.admitted(
                        host,
                        port,
                        Stream.of(addresses).map(InetAddress::ofLiteral).toList())
                .map(InetAddress::getHostAddress);
    }
}
