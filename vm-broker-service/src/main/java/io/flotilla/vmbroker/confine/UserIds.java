package io.flotilla.vmbroker.confine;

import java.util.HashSet;
import java.util.Set;

/** User ids for VMs, one each, from a range nobody else uses. Thread-safe. */
final class UserIds {
    /** Far above people's and services' accounts; needs no entry in the password file. */
    static final int WIDE_FIRST = 0x5F000000;

    static final int WIDE_COUNT = 1 << 20;
    /** For user namespaces that map only 16 bits: where systemd takes its dynamic users from. */
    static final int NARROW_FIRST = 61184;

    static final int NARROW_COUNT = 65519 - NARROW_FIRST;

    private final int first;
    private final int count;
    private final Set<Integer> taken = new HashSet<>();

    UserIds(int first, int count) {
        this.first = first;
        this.count = count;
    }

    /** @param uidMap the text of {@code /proc/self/uid_map} */
    static UserIds mappedBy(String uidMap) {
        for (var line : uidMap.lines().toList()) {
            var fields = line.strip().split("\\s+", -1);
            var inside = Long.parseLong(fields[0]);
            var length = Long.parseLong(fields[2]);
            if (inside <= WIDE_FIRST && inside + length >= WIDE_FIRST + (long) WIDE_COUNT) {
                return new UserIds(WIDE_FIRST, WIDE_COUNT);
            }
        }
        return new UserIds(NARROW_FIRST, NARROW_COUNT);
    }

    /** The same VM gets the same id, unless another VM of this process has it. */
    synchronized int take(String vmId) {
        if (taken.size() >= count) {
            throw new IllegalStateException("no user id is left");
        }
        var id = first + Math.floorMod(vmId.hashCode(), count);
        while (!taken.add(id)) {
            id = first + (id - first + 1) % count;
        }
        return id;
    }

    synchronized void giveBack(int id) {
        taken.remove(id);
    }
}
