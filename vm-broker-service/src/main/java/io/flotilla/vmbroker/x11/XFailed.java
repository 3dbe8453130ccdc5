package io.flotilla.vmbroker.x11;

import java.io.IOException;

/** The display refused a request, or is gone. */
public final class XFailed extends IOException {
    private static final long serialVersionUID = 1;

    public XFailed(String message) {
        super(message);
    }
}
