package io.flotilla.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class CleanLogsTest {
    private final PatternFormatter format = new PatternFormatter("%-5p [%c] %s%e%n");

    private String logged(ExtLogRecord entry) {
        assertThat(new CleanLogs().isLoggable(entry)).isTrue();
        return format.format(entry);
    }

    private static ExtLogRecord entry(String message, Object... parameters) {
        var entry =
                new ExtLogRecord(Level.INFO, message, ExtLogRecord.FormatStyle.PRINTF, CleanLogsTest.class.getName());
        entry.setLoggerName("test");
        entry.setParameters(parameters);
        return entry;
    }

    @Test
    void aParameterCannotForgeALine() {
        var text = logged(entry("no account %s", "bob\r\nERROR [auth] all passwords are lost"));

        assertThat(text).isEqualTo("INFO  [test] no account bob\\r\\nERROR [auth] all passwords are lost\n");
    }

    @Test
    void percentSignsOfAStrangerAreNoFormat() {
        assertThat(logged(entry("no account %s", "%n%s\n"))).isEqualTo("INFO  [test] no account %n%s\\n\n");
    }

    @Test
    void anExceptionKeepsItsFramesAndLosesWhatItsMessageForges() {
        var cause = new IllegalArgumentException("bad\nERROR [auth] forged, Bearer abcdef");
        cause.addSuppressed(new IllegalStateException("more\nERROR [auth] forged"));
        var entry = entry("failed");
        entry.setThrown(new IllegalStateException("outer\rERROR [auth] forged", cause));

        var text = logged(entry);

        assertThat(text.lines()).noneMatch(line -> line.startsWith("ERROR"));
        assertThat(text)
                .contains("java.lang.IllegalStateException: outer\\rERROR")
                .contains("Caused by: java.lang.IllegalArgumentException: bad\\nERROR [auth] forged, Bearer ***")
                .contains("Suppressed: java.lang.IllegalStateException: more\\nERROR")
                .contains("at io.flotilla.kit.log.CleanLogsTest.anException")
                .doesNotContain("abcdef");
    }

    @Test
    void exceptionsThatCauseEachOtherComeToAnEnd() {
        var one = new IllegalStateException("one");
        var two = new IllegalStateException("two", one);
        var _ = one.initCause(two);
        var entry = entry("failed");
        entry.setThrown(one);

        assertThat(logged(entry)).contains("one").contains("two");
    }

    @Test
    void aPlainRecordPassesToo() {
        assertThat(new CleanLogs().isLoggable(new LogRecord(Level.INFO, "x"))).isTrue();
    }
}
