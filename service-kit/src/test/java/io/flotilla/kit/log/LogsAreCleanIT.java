package io.flotilla.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.testkit.RealServers;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

/** The filter is where every record passes, by the defaults that all services share. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LogsAreCleanIT {
    @Test
    void whatTheConsoleWritesIsClean() {
        var consoles = Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .toList();

        assertThat(consoles).isNotEmpty().allSatisfy(console -> {
            var entry = new ExtLogRecord(
                    Level.WARN, "no %s", ExtLogRecord.FormatStyle.PRINTF, LogsAreCleanIT.class.getName());
            entry.setParameters(new Object[] {"bob\nINFO forged, Bearer abcdefgh"});

            assertThat(console.isLoggable(entry)).isTrue();
            assertThat(entry.getMessage()).isEqualTo("no bob\\nINFO forged, Bearer ***");
        });
    }
}
