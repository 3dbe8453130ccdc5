package io.flotilla.session.sessiondata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.session.usersession.CarriedOver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The data in PostgreSQL. Writers of one session wait for one another at the session's row, so that each sees what it would add to. */
@ApplicationScoped
class SqlSessionData implements SessionData, CarriedOver {
    private final EntityManager sql;
    private final ObjectMapper json;

    SqlSessionData(EntityManager sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    @Transactional
    public SortedMap<String, JsonNode> all(String handle) {
        var values = new TreeMap<String, JsonNode>();
        for (var row : rows(query("select name, value from {h-schema}session_data where handle = ?1", handle))) {
            values.put((String) row[0], read((String) row[1]));
        }
        return values;
    }

    @Override
    @Transactional
    public Optional<JsonNode> find(String handle, String name) {
        return rows(query(
                        "select name, value from {h-schema}session_data where handle = ?1 and name = ?2", handle, name))
                .stream()
                .findFirst()
                .map(row -> read((String) row[1]));
    }

    @Override
    @Transactional
    public Kept keep(String handle, String name, JsonNode value) {
        if (query("select handle from {h-schema}user_session where handle = ?1 and ended_at is null for update", handle)
                .getResultList()
                .isEmpty()) {
            return Kept.NO_SESSION;
        }
        var others = (Number) query(
                        "select coalesce(sum(size), 0) from {h-schema}session_data where handle = ?1 and name <> ?2",
                        handle,
                        name)
                .getSingleResult();
        int size = DataSize.of(name, value);
        if (others.longValue() + size > MOST_BYTES) {
            return Kept.TOO_MUCH;
        }
        query("""
                insert into {h-schema}session_data (handle, name, value, size) values (?1, ?2, ?3, ?4)
                on conflict (handle, name) do update set value = excluded.value, size = excluded.size""", handle, name, value.toString(), size).executeUpdate();
        return Kept.KEPT;
    }

    @Override
    @Transactional
    public boolean remove(String handle, String name) {
        return query("delete from {h-schema}session_data where handle = ?1 and name = ?2", handle, name)
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public void carryOver(Handover handover) {
        query(
                        "update {h-schema}session_data set handle = ?1 where handle = ?2",
                        handover.toSession(),
                        handover.fromSession())
                .executeUpdate();
    }

    private Query query(String text, Object... parameters) {
        var query = sql.createNativeQuery(text);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    @SuppressWarnings("unchecked") // a native query with several columns gives rows of arrays
    private static List<Object[]> rows(Query query) {
        return (List<Object[]>) query.getResultList();
    }

    private JsonNode read(String value) {
        try {
            return Objects.requireNonNull(json.readTree(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("only JSON was written", e);
        }
    }
}
