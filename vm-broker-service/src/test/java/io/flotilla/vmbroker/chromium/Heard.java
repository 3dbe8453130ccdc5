package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.browser.BrowserSink;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all that a browser sent. */
final class Heard implements BrowserSink {
    /** One binary message, taken apart. */
    record Media(
            int kind,
            int flags,
            int generation,
            long sequence,
            double pts,
            double capturedAt,
            Buffer payload,
            long at) {
        boolean isKey() {
            return (flags & 1) != 0;
        }

        boolean isRefinement() {
            return (flags & 8) != 0;
        }
    }

    final List<Media> media = new CopyOnWriteArrayList<>();
    final List<BrowserEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void media(Buffer message) {
        media.add(new Media(
                message.getUnsignedByte(0),
                message.getUnsignedByte(1),
                message.getUnsignedShort(2),
                message.getUnsignedInt(4),
                message.getDouble(8),
                message.getDouble(16),
                message.getBuffer(24, message.length()),
                System.nanoTime()));
    }

    @Override
    public void event(BrowserEvent event) {
        events.add(event);
    }

    List<Media> of(int kind) {
        return media.stream().filter(each -> each.kind == kind).toList();
    }
}
