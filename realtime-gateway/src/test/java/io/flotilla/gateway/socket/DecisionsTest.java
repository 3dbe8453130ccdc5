package io.flotilla.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.admission.SocketToken;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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

    @Test
    void anOfferNamesTheProtocolAndTheToken() {
        var embed = Offer.of(List.of("flotilla.media.v1, bearer." + "a".repeat(43)));
        var jwt = Offer.of(List.of("bearer.a.b.c", "flotilla.media.v1"));
        var nothing = Offer.of(List.of("chat"));

        assertThat(embed.speaksOurs()).isTrue();
        assertThat(embed.token()).isInstanceOf(SocketToken.Embed.class);
        assertThat(jwt.speaksOurs()).isTrue();
        assertThat(jwt.token()).isInstanceOf(SocketToken.Participant.class);
        assertThat(nothing.speaksOurs()).isFalse();
        assertThat(nothing.token()).isInstanceOf(SocketToken.None.class);
        assertThat(Offer.of(List.of("flotilla.media.v1, bearer.x y")).token()).isInstanceOf(SocketToken.None.class);
        assertThat(jwt.toString()).doesNotContain("a.b.c");
    }

    @Test
    void aBucketHoldsTwoSecondsWorthAndFillsAgain() {
        var bucket = new TokenBucket(10, 0);

        assertThat(IntStream.range(0, 21).filter(i -> bucket.take(0)).count()).isEqualTo(20);
        assertThat(bucket.take(99)).isFalse();
        assertThat(bucket.take(200)).isTrue();
        assertThat(IntStream.range(0, 50).filter(i -> bucket.take(60_000)).count())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"1, 20", "250, 20", "500, 10", "5000, 1", "10000, 0"})
    void aDrainIsSpreadButNeverTakesLongerThanItMay(int sockets, long pause) {
        assertThat(Drain.pause(sockets, 5_000)).isEqualTo(pause);
    }

    @Test
    void eachLimitCountsForItself() {
        var quota = new Quota(limits(2, 3, 4, 5));
        var ada = new Quota.Place("ada", "1.1.1.1", "vm-1");

        assertThat(quota.take(ada)).isTrue();
        assertThat(quota.take(ada)).isTrue();
        assertThat(quota.take(ada)).isFalse();
        assertThat(quota.take(new Quota.Place("bob", "1.1.1.1", "vm-1"))).isTrue();
        assertThat(quota.take(new Quota.Place("cy", "1.1.1.1", "vm-1"))).isFalse();
        assertThat(quota.take(new Quota.Place("cy", "2.2.2.2", "vm-1"))).isTrue();
        assertThat(quota.take(new Quota.Place("di", "3.3.3.3", "vm-1"))).isFalse();
        assertThat(quota.take(new Quota.Place("di", "3.3.3.3", "vm-2"))).isTrue();
        assertThat(quota.take(new Quota.Place("", "4.4.4.4", "vm-3"))).isFalse();

        quota.giveBack(ada);
        assertThat(quota.take(ada)).isTrue();
    }

    private static GatewayConfig.Limits limits(int user, int address, int vm, int node) {
        return new GatewayConfig.Limits() {
            @Override
            public int perUser() {
                return user;
            }

            @Override
            public int perAddress() {
                return address;
            }

            @Override
            public int perVm() {
                return vm;
            }

            @Override
            public int perNode() {
                return node;
            }
        };
    }
}
