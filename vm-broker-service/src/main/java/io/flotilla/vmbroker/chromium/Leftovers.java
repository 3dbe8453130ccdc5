package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.confine.ProcessTree;
import io.flotilla.vmbroker.confine.Wipe;
import io.flotilla.vmbroker.screen.DisplayFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a killed process of this node left below its directory: a directory for each VM, perhaps processes and a display. */
record Leftovers(Path root, ProcessTree tree) {
    /** Ends and wipes everything; returns the VMs that were found. */
    Set<String> reap() {
        var directories = new HashSet<>(tree.marked(root));
        directories.addAll(children());
        var found = new TreeSet<String>();
        for (var directory : directories) {
            found.add(directory.getFileName().toString());
            if (!tree.end(directory)) {
                Running.LOG.errorf("processes of the dead VM %s survive", directory.getFileName());
            }
            DisplayFiles.removeRecordedIn(directory);
            try {
                Wipe.away(directory);
            } catch (IOException e) {
                Running.LOG.errorf("the directory of the dead VM %s was not wiped: %s", directory, e.getMessage());
            }
        }
        if (!found.isEmpty()) {
            Running.LOG.infof("ended %d VMs that an earlier process left behind", found.size());
        }
        return found;
    }

    private Set<Path> children() {
        if (!Files.isDirectory(root)) {
            return Set.of();
        }
        try (var entries = Files.list(root)) {
            return entries.filter(Files::isDirectory).collect(Collectors.toSet());
        } catch (IOException e) {
            Running.LOG.errorf("%s cannot be read: %s", root, e.getMessage());
            return Set.of();
        }
    }
}
