package io.flotilla.vmbroker.confine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One VM's place on the machine: its directory, user id and view of the file system. Processes started in it carry the mark by which
 * {@link ProcessTree} finds them again, also after this process was killed. Not thread-safe; one VM's start and end use it in turn.
 */
public final class Cell implements AutoCloseable {
    /** The environment variable every process of a VM has: the VM's directory. */
    static final String MARK = "FLOTILLA_VM";

    static final int OUR_USER = -1;
    /** Where a VM with a view of its own finds its directory: short, and traversable wherever the real one lies. */
    private static final Path SEEN_AS = Path.of("/mnt");

    private final Path directory;
    private final int user;
    private final Machine machine;
    private final Runnable giveBack;

    Cell(Path directory, int user, Machine machine, Runnable giveBack) {
        this.directory = directory;
        this.user = user;
        this.machine = machine;
        this.giveBack = giveBack;
    }

    public Path directory() {
        return directory;
    }

    /** How the VM's own processes see a path below the directory. */
    public Path seen(Path path) {
        return machine.mounts() ? SEEN_AS.resolve(directory.relativize(path)) : path;
    }

    /** Gives all that is below the directory to the VM's user, and to nobody else. */
    public void handOver() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        if (user == OUR_USER) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes ignored) throws IOException {
                return visitFile(each, ignored);
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes ignored) throws IOException {
                Files.setAttribute(each, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(each, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Starts a display server: it keeps the machine's {@code /tmp}, where displays' sockets lie. */
    public Process startDisplay(List<String> command, Map<String, String> environment) throws IOException {
        return start(Views.forDisplay(directory, SEEN_AS), command, environment, List.of());
    }

    /**
     * Starts a browser that speaks DevTools on its file descriptors 3 and 4: they are the process's standard input and output, because
     * Java can hand over no others. What it writes itself goes to {@code log}.
     */
    public Process startBrowser(List<String> command, Map<String, String> environment, Path log) throws IOException {
        var rewired = List.of("sh", "-c", "exec \"$@\" 3<&0 4>&1 0</dev/null 1>>\"$LOG\" 2>&1", "sh");
        var more = new java.util.HashMap<>(environment);
        more.put("LOG", seen(log).toString());
        var covered = Views.covering(
                List.of(Path.of(System.getProperty("user.home")), keeper()), Path.of(command.getFirst()));
        return start(Views.forBrowser(directory, SEEN_AS) + covered, command, more, rewired);
    }

    /** The folder whose files are ours: everything Flotilla keeps where the usual layout holds, else the other VMs at least. */
    private Path keeper() {
        var usual = directory.resolve("../..").normalize();
        return usual.endsWith("vms")
                ? usual.resolve("..").normalize()
                : directory.resolve("..").normalize();
    }

    /** Gives the user id back; only after every process of it has ended. */
    @Override
    public void close() {
        giveBack.run();
    }

    private Process start(String view, List<String> command, Map<String, String> environment, List<String> wrapper)
            throws IOException {
        var line = new ArrayList<>(List.of("setsid"));
        if (machine.mounts()) {
            line.addAll(Views.namespace(machine.root()));
            line.addAll(List.of("sh", "-c", view + "exec \"$@\"", "sh"));
            line.addAll(Views.withoutPowers(machine.root()));
        }
        if (user != OUR_USER) {
            var id = Integer.toString(user);
            line.addAll(List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups", "--"));
        }
        line.addAll(wrapper);
        line.addAll(command);
        var builder = new ProcessBuilder(line).directory(directory.toFile());
        var own = builder.environment();
        own.keySet().retainAll(List.of("PATH", "LANG", "TZ"));
        own.putAll(environment);
        own.put(MARK, directory.toString());
        builder.redirectError(directory.resolve("errors.log").toFile());
        return builder.start();
    }
}
