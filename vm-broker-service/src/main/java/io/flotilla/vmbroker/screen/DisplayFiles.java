package io.flotilla.vmbroker.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** The lock and the socket a killed display leaves behind. */
public final class DisplayFiles {
    private static final Logger LOG = Logger.getLogger(DisplayFiles.class);

    /** The file in a VM's directory that names its display. */
    public static final String RECORD = "display";

    private DisplayFiles() {}

    /** Removes those of the display that a VM's directory names, unless another server has taken the number since. */
    public static void removeRecordedIn(Path directory) {
        try {
            var number = Integer.parseInt(
                    Files.readString(directory.resolve(RECORD)).strip().substring(1));
            var lock = Path.of("/tmp/.X" + number + "-lock");
            var owner =
                    Files.exists(lock) ? Long.parseLong(Files.readString(lock).strip()) : -1;
            if (ProcessHandle.of(owner).filter(ProcessHandle::isAlive).isEmpty()) {
                remove(number);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debugf("no display is recorded in %s", directory);
        }
    }

    static void remove(int number) {
        try {
            Files.deleteIfExists(Path.of("/tmp/.X" + number + "-lock"));
            Files.deleteIfExists(Path.of("/tmp/.X11-unix/X" + number));
        } catch (IOException e) {
            LOG.warnf("display :%d left files behind: %s", number, e.getMessage());
        }
    }
}
