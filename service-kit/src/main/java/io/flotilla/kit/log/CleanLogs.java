package io.flotilla.kit.log;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Lets every record pass, with its message and its exception's messages made fit. */
@LoggingFilter(name = "flotilla-clean")
public final class CleanLogs implements Filter {
    private final ExtFormatter formatter = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord logged) {
        if (logged instanceof ExtLogRecord extended && logged.getMessage() != null) {
            var raw = formatter.formatMessage(extended);
            var clean = LogText.clean(raw);
            if (!clean.equals(raw)) {
                extended.setMessage(clean, ExtLogRecord.FormatStyle.NO_FORMAT);
            }
        }
        if (logged.getThrown() != null) {
            logged.setThrown(CleanThrowable.of(logged.getThrown()));
        }
        return true;
    }
}
