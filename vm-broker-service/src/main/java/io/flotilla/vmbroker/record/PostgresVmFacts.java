package io.flotilla.vmbroker.record;

import io.flotilla.vmbroker.vm.VmFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Facts in table {@code broker.fact}; each is deleted in the transaction in which it was published. */
@ApplicationScoped
public class PostgresVmFacts implements VmFacts {
    private record Fact(long id, String body) {}

    private final Sql sql;

    public PostgresVmFacts(DataSource source) {
        this.sql = new Sql(source);
    }

    @Override
    public int relay(int most, Consumer<String> publisher) {
        var published = 0;
        while (published < most && relayOne(publisher)) {
            published++;
        }
        return published;
    }

    /** One a transaction, so that a fault on a later one does not bring an earlier one again. */
    private boolean relayOne(Consumer<String> publisher) {
        return sql.atomically(connection -> {
            Optional<Fact> oldest = Sql.query(
                            connection,
                            row -> new Fact(row.getLong("id"), row.getString("body")),
                            "select id, body from broker.fact order by id limit 1 for update skip locked")
                    .stream()
                    .findFirst();
            if (oldest.isEmpty()) {
                return false;
            }
            publisher.accept(oldest.get().body());
            Sql.update(
                    connection,
                    "delete from broker.fact where id = ?",
                    oldest.get().id());
            return true;
        });
    }
}
