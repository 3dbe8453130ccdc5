package io.flotilla.auth.password;

/**
 * How much work one hash is.
 *
 * @param memoryKib memory in KiB
 * @param passes over that memory
 * @param lanes that could run in parallel
 */
public record Argon2Cost(int memoryKib, int passes, int lanes) {
    private static final int MOST_KIB = 1 << 20;

    public Argon2Cost {
        if (lanes < 1 || lanes > 16 || passes < 1 || passes > 64 || memoryKib < 8 * lanes || memoryKib > MOST_KIB) {
            throw new IllegalArgumentException(
                    "not a cost of Argon2id: m=" + memoryKib + ",t=" + passes + ",p=" + lanes);
        }
    }
}
