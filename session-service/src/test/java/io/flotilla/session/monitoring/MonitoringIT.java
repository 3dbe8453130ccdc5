package io.flotilla.session.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Account;
import io.flotilla.session.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class MonitoringIT {
    private final Account admin = Account.signsIn("admin");

    @Test
    void tellsAdministratorsHowTheNodeDoes() {
        admin.browser().get("/api/vm");

        var reply = admin.browser().get("/api/admin/monitoring");

        assertThat(reply.status()).isEqualTo(200);
        var now = reply.body();
        assertThat(now.getString("node")).isNotBlank();
        assertThat(now.getLong("uptime_seconds")).isNotNegative();
        assertThat(now.getJsonObject("user_sessions").getLong("created")).isPositive();
        assertThat(now.getJsonObject("user_sessions").fieldNames()).contains("active", "expired", "revoked");
        assertThat(now.getJsonObject("vm_sessions").fieldNames()).contains("live", "wishes");
        assertThat(now.getJsonObject("database").getBoolean("reachable")).isTrue();
        assertThat(now.getJsonObject("database").getJsonObject("pool").getLong("most_used"))
                .isPositive();
        assertThat(now.getJsonObject("redis").getBoolean("reachable")).isTrue();
        var asked = now.getJsonObject("exchange").getJsonArray("asked").getJsonObject(0);
        assertThat(asked.fieldNames()).contains("count", "p50_ms", "p99_ms", "result");
    }

    @Test
    void tellsNobodyElse() {
        assertThat(Account.signsIn().browser().get("/api/admin/monitoring").status())
                .isEqualTo(403);
    }
}
