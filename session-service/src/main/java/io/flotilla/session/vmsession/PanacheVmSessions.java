package io.flotilla.session.vmsession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record in PostgreSQL. Versions are compared under the row's lock, so a lost race is an answer and not a broken transaction.
 */
@ApplicationScoped
class PanacheVmSessions implements VmSessions {
    private static final String WITH_PARTICIPANTS =
            "select distinct s from VmSessionRow s left join fetch s.participants ";

    private final VmSessionRows rows;

    PanacheVmSessions(VmSessionRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public Optional<VmSession> find(String id) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL has no such text, and would rather fail than find nothing
        }
        return list("where s.id = ?1", id).stream().findFirst();
    }

    @Override
    @Transactional
    public Optional<VmSession> findByVm(String vmId) {
        return list("where s.vmId = ?1", vmId).stream().findFirst();
    }

    @Override
    @Transactional
    public VmSession insert(VmSession session) {
        var row = new VmSessionRow();
        row.take(session);
        rows.persistAndFlush(row);
        return row.toSession();
    }

    @Override
    @Transactional
    public Optional<VmSession> replace(VmSession session) {
        var row = rows.findById(session.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.version != session.version()) {
            return Optional.empty();
        }
        row.take(session);
        row.version++;
        rows.flush();
        return Optional.of(row.toSession());
    }

    @Override
    @Transactional
    public List<VmSession> ofUser(String userId) {
        return list("""
                where s.state in ('opening', 'live') and (s.ownerId = ?1 or exists (
                  select 1 from VmSessionRow o join o.participants p
                  where o.id = s.id and p.userId = ?1 and p.leftAt is null))
                order by s.createdAt desc""", userId);
    }

    @Override
    @Transactional
    public void handOver(String visitor, String account, Instant now) {
        var theirs = list("""
                where s.ownerId = ?1 or exists (
                  select 1 from VmSessionRow o join o.participants p where o.id = s.id and p.userId = ?1)""", visitor);
        for (var one : theirs) {
            var row = rows.findById(one.id(), LockModeType.PESSIMISTIC_WRITE);
            if (row != null) {
                row.take(row.toSession().handedOver(visitor, account, now));
                row.version++;
            }
        }
        rows.flush();
    }

    @Override
    @Transactional
    public List<VmSession> unfinished() {
        return list("where s.state <> 'ended' order by s.createdAt desc");
    }

    @Override
    @Transactional
    public int forgetEndedBefore(Instant limit) {
        return (int) rows.delete("state = 'ended' and stateSince < ?1", limit);
    }

    private List<VmSession> list(String condition, Object... parameters) {
        return rows.find(WITH_PARTICIPANTS + condition, parameters).list().stream()
                .map(VmSessionRow::toSession)
                .toList();
    }
}
