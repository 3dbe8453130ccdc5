package io.flotilla.vmbroker.record;

import io.flotilla.vmbroker.vm.EndReason;
import io.flotilla.vmbroker.vm.Vm;
import io.flotilla.vmbroker.vm.VmEndedFact;
import io.flotilla.vmbroker.vm.VmRecords;
import io.flotilla.vmbroker.vm.VmState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** VMs in table {@code broker.vm}; an end and its fact are one transaction. */
@ApplicationScoped
public class PostgresVmRecords implements VmRecords {
    private static final String INSERT = """
            insert into broker.vm (id, owner, tag, tenant_id, node, state, created_at, embed_hash, admin_hash, sealed_tokens)
            values (?, ?, ?, ?, ?, 'STARTING', ?, ?, ?, ?)
            on conflict (owner, tag) where tag is not null and state in ('STARTING', 'RUNNING') do nothing
            """;
    private static final String ENDED = """
            update broker.vm
            set state = 'ENDED', end_reason = coalesce(end_reason, ?), ended_at = ?, sealed_tokens = null
            where id = ? and state <> 'ENDED'
            returning *
            """;
    private static final String PAGE = """
            select * from broker.vm
            where owner = ? and state = 'RUNNING'
            and (created_at, id) > (select created_at, id from broker.vm where owner = ? and id = ?)
            order by created_at, id limit ?
            """;

    private final Sql sql;

    public PostgresVmRecords(DataSource source) {
        this.sql = new Sql(source);
    }

    @Override
    public boolean insert(Vm vm) {
        var tokens = vm.tokens();
        return sql.update(
                        INSERT,
                        Sql.id(vm.id()),
                        vm.owner(),
                        vm.tag(),
                        vm.tenantId(),
                        vm.node(),
                        vm.createdAt(),
                        tokens.embedHash(),
                        tokens.adminHash(),
                        tokens.sealed())
                == 1;
    }

    @Override
    public boolean running(String id) {
        return sql.update("update broker.vm set state = 'RUNNING' where id = ? and state = 'STARTING'", Sql.id(id))
                == 1;
    }

    @Override
    public boolean ending(String id, EndReason reason) {
        return sql.update(
                        "update broker.vm set state = 'ENDING', end_reason = ?"
                                + " where id = ? and state in ('STARTING', 'RUNNING')",
                        reason.name(),
                        Sql.id(id))
                == 1;
    }

    @Override
    public boolean ended(String id, EndReason reason, Instant at) {
        return sql.atomically(connection -> {
            var changed = Sql.query(connection, VmRow::read, ENDED, reason.name(), at, Sql.id(id));
            for (var vm : changed) {
                if (vm.state() instanceof VmState.Ended end) {
                    Sql.update(connection, "insert into broker.fact (body) values (?)", VmEndedFact.of(vm, end));
                }
            }
            return !changed.isEmpty();
        });
    }

    @Override
    public Optional<Vm> find(String id) {
        return first(sql.query(VmRow::read, "select * from broker.vm where id = ?", Sql.id(id)));
    }

    @Override
    public Optional<Vm> findLive(String owner, String tag) {
        return first(sql.query(
                VmRow::read,
                "select * from broker.vm where owner = ? and tag = ? and state in ('STARTING', 'RUNNING')",
                owner,
                tag));
    }

    @Override
    public List<Vm> running(String owner, Optional<String> afterId, int limit) {
        return afterId.isPresent()
                ? sql.query(VmRow::read, PAGE, owner, owner, Sql.id(afterId.get()), limit)
                : sql.query(
                        VmRow::read,
                        "select * from broker.vm where owner = ? and state = 'RUNNING' order by created_at, id limit ?",
                        owner,
                        limit);
    }

    @Override
    public List<Vm> notEnded(String node) {
        return sql.query(
                VmRow::read,
                "select * from broker.vm where node = ? and state <> 'ENDED' order by created_at, id",
                node);
    }

    @Override
    public List<Vm> ending(String node) {
        return sql.query(
                VmRow::read,
                "select * from broker.vm where node = ? and state = 'ENDING' order by created_at, id",
                node);
    }

    private static Optional<Vm> first(List<Vm> found) {
        return found.stream().findFirst();
    }
}
