package io.flotilla.kit.id;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The twin for tests: counts from 1, in the same shapes. */
public final class SequentialIds implements IdSource {
    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID uuid() {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L | last.incrementAndGet());
    }

    @Override
    public String readable() {
        return Crockford.grouped(ByteBuffer.allocate(10)
                .putShort((short) 0)
                .putLong(last.incrementAndGet())
                .array());
    }
}
