package io.flotilla.auth.key;

import io.flotilla.auth.store.Schema;
import io.flotilla.kit.problem.Unavailable;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Keys in table {@code auth.signing_key}; an advisory lock makes replicas take turns. Keys retired for a day are deleted. */
public final class PostgresSigningKeys implements SigningKeys {
    private static final long LOCK = 0x666c6f74_6b657973L;
    private static final long KEEP_RETIRED_SECONDS = 86_400;

    private final DataSource database;
    private final Schema schema;
    private final KeySeal seal;
    private final InstantSource clock;

    public PostgresSigningKeys(DataSource database, Schema schema, KeySeal seal, InstantSource clock) {
        this.database = database;
        this.schema = schema;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public List<SigningKey> update(Function<List<SigningKey>, Optional<SigningKey>> plan) {
        schema.ensure();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection);
                deleteLongRetired(connection);
                var keys = read(connection);
                var fresh = plan.apply(List.copyOf(keys));
                if (fresh.isPresent()) {
                    insert(connection, fresh.get());
                    keys.add(fresh.get());
                }
                connection.commit();
                return List.copyOf(keys);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new Unavailable("The record of signing keys is away", e);
        } catch (GeneralSecurityException e) {
            throw new Unavailable(
                    "Signing keys cannot be unsealed: FLOTILLA_KEY_ENCRYPTION_KEY is not the one they were sealed with",
                    e);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private List<SigningKey> read(Connection connection) throws SQLException, GeneralSecurityException {
        var keys = new ArrayList<SigningKey>();
        var sql = "select id, public_key, sealed_key, not_before, retire_at from auth.signing_key order by not_before";
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var id = rows.getString(1);
                keys.add(new SigningKey(
                        id,
                        Ed25519.publicKey(rows.getBytes(2)),
                        Ed25519.privateKey(seal.unseal(id, rows.getBytes(3))),
                        rows.getTimestamp(4).toInstant(),
                        rows.getTimestamp(5).toInstant()));
            }
        }
        return keys;
    }

    private void insert(Connection connection, SigningKey key) throws SQLException {
        var sql =
                "insert into auth.signing_key (id, public_key, sealed_key, not_before, retire_at) values (?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.id());
            statement.setBytes(2, key.publicKey().getEncoded());
            statement.setBytes(3, seal.seal(key.id(), key.privateKey().getEncoded()));
            statement.setTimestamp(4, timestamp(key.notBefore()));
            statement.setTimestamp(5, timestamp(key.retireAt()));
            statement.executeUpdate();
        }
    }

    private void deleteLongRetired(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("delete from auth.signing_key where retire_at < ?")) {
            statement.setTimestamp(1, timestamp(clock.instant().minusSeconds(KEEP_RETIRED_SECONDS)));
            statement.executeUpdate();
        }
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant);
    }
}
