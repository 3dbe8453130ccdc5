package io.flotilla.vmbroker.confine;

import java.nio.file.Path;

/** Gives each VM its cell, as good a one as the machine allows. Thread-safe. */
public final class Cells {
    private final Machine machine;
    private final UserIds userIds;

    public Cells(Machine machine) {
        this.machine = machine;
        this.userIds = machine.userIds();
    }

    public Cell open(String vmId, Path directory) {
        if (!machine.root()) {
            return new Cell(directory, Cell.OUR_USER, machine, () -> {});
        }
        var user = userIds.take(vmId);
        return new Cell(directory, user, machine, () -> userIds.giveBack(user));
    }

    public Machine machine() {
        return machine;
    }
}
