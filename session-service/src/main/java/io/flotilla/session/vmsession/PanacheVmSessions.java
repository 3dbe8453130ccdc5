package io.flotilla.session.vmsession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The record in PostgreSQL. Versions are compared under the row's lock, so a lost race is an answer and not a broken transaction.
 */
@ApplicationScoped
class PanacheVmSessions implements VmSessions {
    private static final String WITH_PARTICIPANTS =
            "select distinct s from VmSessionRow s left join fetch s.participants ";

    private static final String STAYS = "select key(p), p from VmSessionRow s join s.participants p where s.id = ?1 ";

    private final VmSessionRows rows;

    PanacheVmSessions(VmSessionRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public Optional<VmSession> find(String id) {
        return isText(id) ? list("where s.id = ?1", id).stream().findFirst() : Optional.empty();
    }

    @Override
    @Transactional
    public Optional<VmSession> findByVm(String vmId) {
        return list("where s.vmId = ?1", vmId).stream().findFirst();
    }

    @Override
    @Transactional
    public Optional<Standing> standing(String id, String userId) {
        if (!isText(id)) {
            return Optional.empty();
        }
        var found = rows("select s.state, s.ownerId from VmSessionRow s where s.id = ?1", id);
        return found.stream().findFirst().map(row -> {
            var stays = rows(STAYS + "and p.userId = ?2 and p.leftAt is null", id, userId);
            return new Standing(
                    row[0].equals("live"),
                    row[1].equals(userId),
                    stays.stream().findFirst().map(PanacheVmSessions::participant));
        });
    }

    @Override
    @Transactional
    public Map<String, String> usersOf(String id, Collection<String> participantIds) {
        return participantIds.isEmpty()
                ? Map.of()
                : rows(STAYS + "and key(p) in ?2", id, participantIds).stream()
                        .map(PanacheVmSessions::participant)
                        .collect(Collectors.toMap(Participant::id, Participant::userId));
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

    /** PostgreSQL has no text with that character, and would rather fail than find nothing. */
    private static boolean isText(String id) {
        return id.indexOf('\0') < 0;
    }

    private static Participant participant(Object[] row) {
        return ((ParticipantRow) row[1]).toParticipant((String) row[0]);
    }

    private List<Object[]> rows(String text, Object... parameters) {
        var query = Objects.requireNonNull(rows.getEntityManager()).createQuery(text, Object[].class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.getResultList();
    }

    private List<VmSession> list(String condition, Object... parameters) {
        return rows.find(WITH_PARTICIPANTS + condition, parameters).list().stream()
                .map(VmSessionRow::toSession)
                .toList();
    }
}
