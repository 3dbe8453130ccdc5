package io.flotilla.vmbroker.x11;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a display. Requests go out in the order of the calls; replies are matched by their number. Event listeners run one
 * event at a time on a thread of this connection and may ask questions themselves. Once closed, or once the display is gone, requests
 * throw {@link XFailed} or do nothing.
 */
public final class XConnection implements AutoCloseable {
    private static final int ANSWER_WITHIN_SECONDS = 5;
    private static final int REPLY = 1;
    private static final int GENERIC_EVENT = 35;
    /** More than a display can have to say while a listener works; past it the oldest are forgotten. */
    private static final int EVENTS_WAITING = 4096;

    private record Question(int number, CompletableFuture<ByteBuffer> answer) {}

    private final SocketChannel channel;
    private final XSetup setup;
    private final Deque<Question> questions = new ArrayDeque<>();
    private final List<Consumer<ByteBuffer>> listeners = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<ByteBuffer> events = new LinkedBlockingQueue<>(EVENTS_WAITING);
    private final Thread dispatcher;
    private int number;
    private int nextId;

    private XConnection(SocketChannel channel, XSetup setup) {
        this.channel = channel;
        this.setup = setup;
        this.dispatcher = Thread.ofVirtual().name("x11-events").start(this::dispatch);
        Thread.ofVirtual().name("x11-reader").start(this::read);
    }

    public static XConnection open(Path socket, byte[] cookie) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new XConnection(channel, XSetup.agree(channel, cookie));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    public int root() {
        return setup.root();
    }

    public int firstKeycode() {
        return setup.firstKeycode();
    }

    public int lastKeycode() {
        return setup.lastKeycode();
    }

    /** A fresh resource id. */
    public synchronized int newId() {
        return setup.resourceBase() | ++nextId;
    }

    public void onEvent(Consumer<ByteBuffer> listener) {
        listeners.add(listener);
    }

    /** Sends a request that has no reply; a refusal by the display is not told. */
    public void send(XRequest request) throws IOException {
        write(request, null);
    }

    /** Sends a request and waits for its reply: 32 bytes and more, little endian. */
    public ByteBuffer ask(XRequest request) throws IOException {
        var answer = new CompletableFuture<ByteBuffer>();
        write(request, answer);
        try {
            return answer.get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new XFailed("the display did not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new XFailed("interrupted");
        }
    }

    /** The number of an atom, made if need be. */
    public int atom(String name) throws IOException {
        return ask(XRequest.of(16, 0).u16(name.length()).u16(0).text(name)).getInt(8);
    }

    /** Where an extension's requests and events begin. */
    public XExtension extension(String name) throws IOException {
        var reply = ask(XRequest.of(98, 0).u16(name.length()).u16(0).padded(name.getBytes(StandardCharsets.US_ASCII)));
        if (reply.get(8) == 0) {
            throw new XFailed("the display lacks " + name);
        }
        return new XExtension(reply.get(9) & 0xff, reply.get(10) & 0xff);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // it is gone either way
        }
        dispatcher.interrupt();
    }

    private void write(XRequest request, @Nullable CompletableFuture<ByteBuffer> answer) throws IOException {
        var bytes = request.finished();
        synchronized (this) {
            number = (number + 1) & 0xffff;
            if (answer != null) {
                questions.add(new Question(number, answer));
            }
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private void read() {
        try {
            while (true) {
                var head = XSetup.read(channel, 32);
                var kind = head.get(0) & 0x7f;
                var more = kind == REPLY || kind == GENERIC_EVENT ? head.getInt(4) * 4 : 0;
                take(kind, more == 0 ? head : joined(head, XSetup.read(channel, more)));
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void take(int kind, ByteBuffer message) {
        if (kind > REPLY) {
            if (!events.offer(message)) {
                events.poll();
                events.offer(message);
            }
            return;
        }
        var about = message.getShort(2) & 0xffff;
        synchronized (this) {
            var question = questions.peek();
            if (question == null || question.number != about) {
                return;
            }
            questions.remove();
            if (kind == REPLY) {
                question.answer.complete(message);
            } else {
                question.answer.completeExceptionally(new XFailed("error " + message.get(1)));
            }
        }
    }

    private void dispatch() {
        try {
            while (true) {
                var event = events.take();
                listeners.forEach(listener -> listener.accept(event.duplicate().order(ByteOrder.LITTLE_ENDIAN)));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void fail(IOException cause) {
        questions.forEach(question -> question.answer.completeExceptionally(cause));
        questions.clear();
        close();
    }

    private static ByteBuffer joined(ByteBuffer head, ByteBuffer rest) {
        return ByteBuffer.allocate(head.remaining() + rest.remaining())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(head)
                .put(rest)
                .flip();
    }
}
