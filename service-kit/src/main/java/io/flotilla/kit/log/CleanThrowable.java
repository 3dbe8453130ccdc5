package io.flotilla.kit.log;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands for an exception in the log: the same name, frames and causes, but messages made fit. */
final class CleanThrowable extends Throwable {
    private static final int DEEPEST = 32;

    private final String shown;
    private @Nullable Throwable cause;

    private CleanThrowable(Throwable original) {
        super(original.getMessage() == null ? null : LogText.clean(original.getMessage()), null, true, true);
        this.shown = LogText.clean(original.toString());
        setStackTrace(original.getStackTrace());
    }

    static Throwable of(Throwable original) {
        return original instanceof CleanThrowable ? original : copy(original, new IdentityHashMap<>());
    }

    private static Throwable copy(Throwable original, Map<Throwable, Throwable> made) {
        var clean = new CleanThrowable(original);
        made.put(original, clean);
        var cause = original.getCause();
        if (cause != null && made.size() < DEEPEST && !made.containsKey(cause)) {
            clean.cause = copy(cause, made);
        }
        for (var suppressed : original.getSuppressed()) {
            if (made.size() < DEEPEST && !made.containsKey(suppressed)) {
                clean.addSuppressed(copy(suppressed, made));
            }
        }
        return clean;
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
        return cause;
    }

    /** Begins with the original's class, which is what a reader looks for. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return shown;
    }
}
