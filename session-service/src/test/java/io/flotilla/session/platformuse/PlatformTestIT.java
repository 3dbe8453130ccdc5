package io.flotilla.session.platformuse;

import static io.flotilla.session.platformuse.PlatformCalls.own;
import static io.flotilla.session.platformuse.PlatformCalls.remote;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Platform connections that are tried out. */
@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PlatformTestIT {
    private final Visitor ada = Visitor.arrive();
    private final PlatformCalls hers = new PlatformCalls(ada);

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    @Test
    void areTestedForReal() {
        var own = hers.created(own("own"));
        assertThat(hers.tested(own).getBoolean("success")).isTrue();

        BrokerScript.behave("away");
        var away = hers.tested(own);
        assertThat(away.getBoolean("reachable")).isFalse();
        assertThat(away.getString("message")).isNotBlank();
        assertThat(hers.one(own).getJsonObject("last_test").getBoolean("success"))
                .isFalse();
    }

    @Test
    void areAskedWithTheKeyWhereTheOperatorOpenedTheWay() {
        var url = ConfigProvider.getConfig().getValue("flotilla.broker.url", String.class);

        var good = hers.created(remote("good").put("instance_url", url).put("secret", "eyGood"));
        var bad = hers.created(remote("bad").put("instance_url", url));

        assertThat(hers.tested(good).getBoolean("success")).isTrue();
        var refused = hers.tested(bad);
        assertThat(refused.getBoolean("reachable")).isTrue();
        assertThat(refused.getBoolean("success")).isFalse();
        assertThat(refused.getString("message")).contains("key");
        BrokerScript.behave("malformed");
        assertThat(hers.tested(good).getString("message")).contains("no browser platform");
        BrokerScript.behave("failing");
        assertThat(hers.tested(good).getString("message")).doesNotContain("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://localhost",
                "http://127.0.0.1:8083",
                "https://169.254.169.254/latest",
                "https://[::1]",
                "https://[::ffff:127.0.0.1]",
                "https://0.0.0.0",
                "https://10.0.0.1",
                "https://2130706433"
            })
    void neverReachTheInside(String url) {
        var id = hers.created(remote("inside").put("instance_url", url));

        var test = hers.tested(id);

        assertThat(test.getBoolean("reachable")).isFalse();
        assertThat(test.getString("message")).contains("not public");
    }
}
