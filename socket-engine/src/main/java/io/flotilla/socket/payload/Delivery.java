package io.flotilla.socket.payload;

import io.flotilla.socket.websocket.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packets on their way to one or many clients of one event loop. The frames for WebSockets are made once, when the first one wants them,
 * and shared by all. Not thread-safe; to be closed when all have been handed theirs.
 */
public final class Delivery implements AutoCloseable {
    private final List<Outbound> packets;
    private @Nullable ByteBuf frames;

    public Delivery(List<Outbound> packets) {
        this.packets = packets;
    }

    public List<Outbound> packets() {
        return packets;
    }

    /** The taker's to release. */
    public ByteBuf frames(ByteBufAllocator buffers) {
        var made = frames;
        if (made == null) {
            made = buffers.directBuffer(packets.stream()
                    .mapToInt(packet -> Frames.size(packet.size()))
                    .sum());
            for (var packet : packets) {
                if (packet.isBinary()) {
                    Frames.binary(made, packet.bytes());
                } else {
                    Frames.text(made, packet.bytes());
                }
            }
            frames = made;
        }
        return made.retainedDuplicate();
    }

    @Override
    public void close() {
        if (frames != null) {
            frames.release();
            frames = null;
        }
    }
}
