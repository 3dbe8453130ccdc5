package io.flotilla.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.identity.Caller;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitKeyTest {
    private static final Caller ADA = new Caller.User("ada", "sid-1", "g", Set.of("user"), null, null, true);

    @Test
    void aUserCountsBySessionAndAnybodyElseByAddress() {
        assertThat(LimitKey.of(ADA, "192.0.2.1")).isEqualTo("s:sid-1");
        assertThat(LimitKey.of(new Caller.Nobody(), "192.0.2.1")).isEqualTo("a:192.0.2.1");
        assertThat(LimitKey.of(new Caller.Service("s", null), "192.0.2.1")).isEqualTo("a:192.0.2.1");
    }

    @Test
    void oneNetworkOfIpv6CountsAsOneAddress() {
        assertThat(LimitKey.ofAddress("2001:db8:0:1::1")).isEqualTo(LimitKey.ofAddress("2001:db8:0:1:ffff::2"));
        assertThat(LimitKey.ofAddress("2001:db8:0:1::1")).isNotEqualTo(LimitKey.ofAddress("2001:db8:0:2::1"));
    }
}
