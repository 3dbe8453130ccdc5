package io.flotilla.vmbroker.browser;

/** A browser could not be started; the message says in one sentence what to do, fit for an operator's eyes. */
public final class BrowserFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BrowserFailed(String message, Throwable cause) {
        super(message, cause);
    }

    public BrowserFailed(String message) {
        super(message);
    }
}
