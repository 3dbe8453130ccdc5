package io.flotilla.kit.problem;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeoutException;

/** Tells a dependency that is away from a bug of ours, by the exceptions that drivers throw. */
final class Outage {
    private static final int DEEPEST = 12;

    private Outage() {}

    static boolean isOutage(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (isSign(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isSign(Throwable cause) {
        return switch (cause) {
            case Unavailable _,
                    ConnectException _,
                    HttpTimeoutException _,
                    ClosedChannelException _,
                    TimeoutException _,
                    SQLTransientException _,
                    io.smallrye.mutiny.TimeoutException _ -> true;
            case SQLException sql -> isConnectionState(sql);
            case io.vertx.core.VertxException vertx -> saysClosed(vertx.getMessage());
            default -> cause.getClass().getName().startsWith("io.vertx.core.http.ConnectionPoolTooBusy");
        };
    }

    /** Class 08 is "connection exception", 57P0x "the server shuts down or starts"; the pool's own time-out has no state at all. */
    private static boolean isConnectionState(SQLException sql) {
        var state = sql.getSQLState();
        if (state == null) {
            return sql.getMessage() != null && sql.getMessage().contains("Acquisition timeout");
        }
        return state.startsWith("08") || state.startsWith("57P0");
    }

    private static boolean saysClosed(@org.jspecify.annotations.Nullable String message) {
        return message != null && message.toLowerCase(java.util.Locale.ROOT).contains("closed");
    }
}
