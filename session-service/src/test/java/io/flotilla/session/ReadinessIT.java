package io.flotilla.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class ReadinessIT {
    @Test
    void saysWhatItNeeds() {
        var ready = Visitor.call("GET", "/q/health/ready", null, Map.of());

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text()).contains("Schema session is migrated", "Redis", "Database");
    }

    @Test
    void countsWhatPeopleWish() {
        Visitor.arrive().creates();

        assertThat(Visitor.call("GET", "/q/metrics", null, Map.of()).text())
                .contains("flotilla_vm_sessions_live", "flotilla_vm_sessions_wishes_total");
    }
}
