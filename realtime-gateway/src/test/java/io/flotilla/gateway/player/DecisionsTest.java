package io.flotilla.gateway.player;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.admission.SocketToken;
import io.flotilla.gateway.socket.Quota;
import io.flotilla.gateway.socket.TokenBucket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The small decisions about players, each without I/O. */
class DecisionsTest {
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

    @Test
    void eachLimitCountsForItself() {
        var limits = limits(2, 3, 4, 5);
        var quota = new Quota();
        var ada = new Place("ada", "1.1.1.1", "vm-1").counters(limits);

        assertThat(quota.take(ada)).isTrue();
        assertThat(quota.take(ada)).isTrue();
        assertThat(quota.take(ada)).isFalse();
        assertThat(quota.take(new Place("bob", "1.1.1.1", "vm-1").counters(limits)))
                .isTrue();
        assertThat(quota.take(new Place("cy", "1.1.1.1", "vm-1").counters(limits)))
                .isFalse();
        assertThat(quota.take(new Place("cy", "2.2.2.2", "vm-1").counters(limits)))
                .isTrue();
        assertThat(quota.take(new Place("di", "3.3.3.3", "vm-1").counters(limits)))
                .isFalse();
        assertThat(quota.take(new Place("di", "3.3.3.3", "vm-2").counters(limits)))
                .isTrue();
        assertThat(quota.take(new Place("", "4.4.4.4", "vm-3").counters(limits)))
                .isFalse();

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
