package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.product.Processes;
import io.flotilla.systemtests.product.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The one command: what it started it ends, also after a crash, and what people had they have again. */
@Order(10)
final class LauncherScenario extends Scenario {
    @Test
    void afterACrashDownLeavesNoProcessAndUpBringsBackTheData() {
        var ada = program();
        var cookie = ada.cookie();
        var id = ada.create().text("id");
        var running = Processes.naming(flotilla().home());
        assertThat(running).hasSizeGreaterThan(6);

        flotilla().kill(Service.LAUNCHER);
        flotilla().down();
        patiently().untilAsserted(() -> assertThat(
                        Processes.naming(flotilla().home()).stream().map(Processes::commandLine))
                .isEmpty());
        assertThat(vmDirectories()).as("wiped at the next start at the latest").isNotNull();

        flotilla().up();

        assertThat(ada.arrive().cookie()).as("the user session is still known").isEqualTo(cookie);
        veryPatiently().untilAsserted(() -> {
            var seen = ada.see(id);
            assertThat(seen.text("state")).isEqualTo("ended");
            assertThat(seen.text("endReason")).isEqualTo("broker-lost");
        });
        patiently().until(() -> vmDirectories().stream().noneMatch(name -> name.contains(id)));
        untilWell();
    }
}
