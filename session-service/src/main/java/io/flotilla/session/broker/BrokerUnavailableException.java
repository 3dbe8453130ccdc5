package io.flotilla.session.broker;

import org.jspecify.annotations.Nullable;

/** The broker could not be asked, or its answer made no sense: nothing is known about the VM. */
public final class BrokerUnavailableException extends RuntimeException {
    public BrokerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
