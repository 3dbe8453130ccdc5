package io.flotilla.vmbroker.confine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Shell lines that arrange a new mount namespace. Everything in it vanishes with its last process. */
final class Views {
    /** Where browsers of the various makes look for rules their users cannot change. */
    static final List<String> BROWSER_SETTINGS = List.of("/etc/chromium", "/etc/opt/chrome");

    private Views() {}

    /** People's and services' files, which a file dialog could otherwise offer to the page. */
    private static final List<String> PRIVATE_FOLDERS = List.of("/home", "/root", "/srv", "/opt/flotilla");

    /** What opens the namespace: an ordinary user needs a user namespace around it, in which it may mount and stays who it is. */
    static List<String> namespace(boolean root) {
        return root
                ? List.of("unshare", "--mount")
                : List.of("unshare", "--user", "--map-current-user", "--keep-caps", "--mount");
    }

    /** What gives up the powers to mount, before anything of the VM runs. */
    static List<String> withoutPowers(boolean root) {
        return root ? List.of() : List.of("setpriv", "--ambient-caps=-all", "--inh-caps=-all", "--");
    }

    static String forDisplay(Path directory, Path seenAs) {
        return "set -e; mount --bind " + quoted(directory) + " " + seenAs + "; cd " + seenAs + "; ";
    }

    /** Covers what is private and these folders too, but for one that the browser itself lives in. Comes last in a view. */
    static String covering(List<Path> more, Path program) {
        var lines = new StringBuilder();
        var folders = Stream.concat(PRIVATE_FOLDERS.stream().map(Path::of), more.stream());
        for (var folder : folders.distinct().toList()) {
            if (folder.getNameCount() > 0 && !program.startsWith(folder)) {
                var path = quoted(folder);
                lines.append("if [ -d ").append(path).append(" ]; then mount -t tmpfs -o ro tmpfs ");
                lines.append(path).append("; fi; ");
            }
        }
        return lines.toString();
    }

    /** Besides its directory: a private {@code /tmp} with only the displays' sockets in it, private shared memory, its own rules. */
    static String forBrowser(Path directory, Path seenAs) {
        var lines = new StringBuilder(forDisplay(directory, seenAs));
        lines.append("mkdir -p /tmp/.X11-unix ").append(seenAs).append("/tmp/.X11-unix; ");
        lines.append("mount --bind /tmp/.X11-unix ").append(seenAs).append("/tmp/.X11-unix; ");
        lines.append("mount --rbind ").append(seenAs).append("/tmp /tmp; ");
        lines.append("mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs /dev/shm; ");
        for (var settings : BROWSER_SETTINGS) {
            lines.append("mkdir -p ")
                    .append(settings)
                    .append("; mount -t tmpfs tmpfs ")
                    .append(settings);
            lines.append("; mkdir ").append(settings).append("/policies; mount --bind ");
            lines.append(seenAs).append("/policies ").append(settings).append("/policies; ");
        }
        return lines.toString();
    }

    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
