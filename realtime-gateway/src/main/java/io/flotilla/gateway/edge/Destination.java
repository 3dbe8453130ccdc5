package io.flotilla.gateway.edge;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whom a path belongs to; the table of {@code contracts/edge.md}, first match wins. */
sealed interface Destination {
    Pattern MEDIA = Pattern.compile("/vm/([A-Za-z0-9_-]{1,255})/media");

    /** This gateway's own socket for a VM's picture. */
    record Media(String vmId) implements Destination {}

    /** This gateway's Socket.IO port. */
    record SocketIo() implements Destination {}

    /** This gateway's own REST. */
    record Here() implements Destination {}

    record Service(Backend backend) implements Destination {}

    /** Not for the public. */
    record Nobody() implements Destination {}

    /** For a path in normal form. */
    static Destination of(String path) {
        // No service reads paths regardless of case today; one that did would not be opened by that.
        var lower = path.toLowerCase(Locale.ROOT);
        if (under(lower, "/internal") || under(lower, "/q")) {
            return new Nobody();
        }
        var media = MEDIA.matcher(path);
        if (media.matches()) {
            return new Media(media.group(1));
        }
        if (path.equals("/socket.io") || path.equals("/socket.io/")) {
            return new SocketIo();
        }
        if (under(path, "/socket.io")) {
            return new Nobody();
        }
        if (under(path, "/api/realtime")) {
            return new Here();
        }
        if (under(path, "/api/auth") || under(path, "/.well-known")) {
            return new Service(Backend.AUTH);
        }
        if (under(path, "/v0") || under(path, "/vm")) {
            return new Service(Backend.BROKER);
        }
        return new Service(Backend.SESSION);
    }

    private static boolean under(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
