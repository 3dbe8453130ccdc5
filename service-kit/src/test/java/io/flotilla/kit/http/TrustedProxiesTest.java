package io.flotilla.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.of(List.of("127.0.0.1/32", "10.0.0.0/8", "::1", "fd00::/8"));

    private String clientBehind(String peer, String... forwarded) {
        return proxies.clientBehind(InetAddress.ofLiteral(peer), List.of(forwarded))
                .getHostAddress();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.1 | 6.6.6.6                       | 203.0.113.1",
                "127.0.0.1   | 203.0.113.9                   | 203.0.113.9",
                "127.0.0.1   | 6.6.6.6, 203.0.113.9          | 203.0.113.9",
                "127.0.0.1   | 6.6.6.6, 203.0.113.9, 10.1.2.3| 203.0.113.9",
                "127.0.0.1   | 10.1.1.1, 10.2.2.2            | 10.1.1.1",
                "127.0.0.1   | 203.0.113.9, rubbish          | 127.0.0.1",
                "127.0.0.1   | 203.0.113.9, unknown, 10.0.0.1| 10.0.0.1",
                "127.0.0.1   | evil.example                  | 127.0.0.1",
                "127.0.0.1   | 203.0.113.9:4711              | 203.0.113.9",
                "::1         | [2001:db8::7]:443             | 2001:db8:0:0:0:0:0:7",
                "::1         | 2001:db8::7                   | 2001:db8:0:0:0:0:0:7",
                "fd12::1     | ::ffff:203.0.113.9            | 203.0.113.9",
                "11.0.0.1    | 6.6.6.6                       | 11.0.0.1"
            })
    void theClientIsTheRightmostAddressNoTrustedProxyHas(String peer, String forwarded, String client) {
        assertThat(clientBehind(peer, forwarded)).isEqualTo(client);
    }

    @Test
    void severalHeadersReadAsOne() {
        assertThat(clientBehind("127.0.0.1", "6.6.6.6", "203.0.113.9, 10.0.0.1"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void withoutAHeaderItIsThePeer() {
        assertThat(clientBehind("127.0.0.1")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.4.0/22,192.168.7.255,true",
        "192.168.4.0/22,192.168.8.0,false",
        "0.0.0.0/0,8.8.8.8,true",
        "0.0.0.0/0,::1,false",
        "2001:db8::/33,2001:db8:7fff::1,true",
        "2001:db8::/33,2001:db8:8000::1,false"
    })
    void blocksEndWhereTheirPrefixSays(String block, String address, boolean inside) {
        assertThat(Cidr.parse(block).contains(InetAddress.ofLiteral(address))).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129"})
    void whatIsNoBlockIsNamed(String text) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trusted-proxies");
    }
}
