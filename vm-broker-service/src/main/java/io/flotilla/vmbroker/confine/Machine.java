package io.flotilla.vmbroker.confine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What this machine lets us do to keep VMs apart; probed once.
 *
 * @param root whether we may take other user ids
 * @param mounts whether a VM may have a view of the file system of its own
 * @param rules whether such a view can put rules where browsers look for them
 * @param sandbox whether the browser's own sandbox (user namespaces) works for a VM's user id
 */
public record Machine(boolean root, boolean mounts, boolean rules, boolean sandbox) {
    private static final Logger LOG = Logger.getLogger(Machine.class);
    private static final int PROBE_SECONDS = 5;

    public static Machine probe() {
        var root =
                works("sh", "-c", "test \"$(id -u)\" = 0 && setpriv --reuid 61200 --regid 61200 --clear-groups true");
        var view = new ArrayList<>(Views.namespace(root));
        view.addAll(List.of("sh", "-c", "mount -t tmpfs tmpfs /mnt && exec \"$@\"", "sh"));
        view.addAll(Views.withoutPowers(root));
        view.addAll(List.of("unshare", "-Ur", "true"));
        var mounts = works(view.toArray(String[]::new));
        var rules =
                mounts && (root || Views.BROWSER_SETTINGS.stream().map(Path::of).anyMatch(Files::isDirectory));
        var sandbox = root
                ? works("setpriv", "--reuid", "61200", "--regid", "61200", "--clear-groups", "unshare", "-Ur", "true")
                : works("unshare", "-Ur", "true");
        var machine = new Machine(root, mounts, rules, sandbox);
        LOG.infof(
                "VMs run %s, %s, %s",
                root ? "under user ids of their own" : "under our user id",
                mounts ? "with file system views of their own" : "in the machine's file system",
                sandbox ? "with the browser's sandbox" : "WITHOUT the browser's sandbox: user namespaces are off here");
        return machine;
    }

    static boolean works(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    UserIds userIds() {
        try {
            return UserIds.mappedBy(Files.readString(Path.of("/proc/self/uid_map")));
        } catch (IOException | RuntimeException e) {
            return new UserIds(UserIds.NARROW_FIRST, UserIds.NARROW_COUNT);
        }
    }
}
