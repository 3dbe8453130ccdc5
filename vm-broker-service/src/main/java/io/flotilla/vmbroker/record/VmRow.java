package io.flotilla.vmbroker.record;

import io.flotilla.vmbroker.vm.EndReason;
import io.flotilla.vmbroker.vm.StoredTokens;
import io.flotilla.vmbroker.vm.Vm;
import io.flotilla.vmbroker.vm.VmState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** A row of table {@code vm} as a VM. */
final class VmRow {
    private VmRow() {}

    static Vm read(ResultSet row) throws SQLException {
        return new Vm(
                row.getString("id"),
                row.getString("owner"),
                row.getString("tag"),
                row.getString("tenant_id"),
                row.getString("node"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                state(row),
                new StoredTokens(
                        row.getString("embed_hash"), row.getString("admin_hash"), row.getString("sealed_tokens")));
    }

    private static VmState state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "STARTING" -> new VmState.Starting();
            case "RUNNING" -> new VmState.Running();
            case "ENDING" -> new VmState.Ending(reason(row));
            case "ENDED" -> new VmState.Ended(reason(row), Objects.requireNonNull(Sql.instant(row, "ended_at")));
            default -> throw new SQLException("a state this version does not know");
        };
    }

    private static EndReason reason(ResultSet row) throws SQLException {
        return EndReason.valueOf(row.getString("end_reason"));
    }
}
