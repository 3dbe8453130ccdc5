package io.flotilla.vmbroker.devtools;

/** The browser refused a command, took too long, or is gone. */
public final class DevToolsFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DevToolsFailed(String message) {
        super(message);
    }
}
