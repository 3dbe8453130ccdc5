package io.flotilla.auth.password;

import io.flotilla.kit.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes and compares; every call takes the memory its cost says, so {@link PasswordHashes} lets few run at once. Safe for many threads. */
final class Argon2id {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    Phc hash(Secret password, Argon2Cost cost) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Phc.of(cost, salt, compute(password, cost, salt, HASH_BYTES));
    }

    /** In a time that does not depend on where the two differ. */
    boolean matches(Secret password, Phc known) {
        var computed = compute(password, known.cost(), known.saltBytes(), known.hashBytes().length);
        return MessageDigest.isEqual(computed, known.hashBytes());
    }

    private static byte[] compute(Secret password, Argon2Cost cost, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password.reveal().getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
