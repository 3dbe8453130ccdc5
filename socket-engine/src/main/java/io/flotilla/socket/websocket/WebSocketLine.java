package io.flotilla.socket.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket on a Netty channel, from right after the opening handshake. What is written waits for {@link #flush}. It ends with a
 * close frame either way; a peer that does not answer it, or does not read on to it, is cut off after a while. Methods may be called from
 * any thread; what is asked from one thread is done in that order.
 */
public final class WebSocketLine extends ChannelInboundHandlerAdapter {
    /** Called on the line's event loop. */
    public interface Ear {
        void text(byte[] utf8);

        void binary(byte[] bytes);

        /** All that was there to read has been told. */
        void paused();

        /** The last call, once: this side or the peer closed, or the peer broke the protocol or went away. */
        void gone(boolean broken);
    }

    /** For the close frame to get through and to be answered. */
    private static final long PATIENCE_MS = 5_000;

    private final MessageReader reader;
    private final Ear ear;
    private final long mostUnread;
    private volatile @Nullable ChannelHandlerContext context;
    /** Of the event loop. */
    private boolean closeSent;

    private boolean gone;

    /**
     * Not begun yet.
     *
     * @param mostMessage bytes of a message
     * @param mostUnread bytes of answers to pings that the peer may leave unread
     */
    public WebSocketLine(int mostMessage, long mostUnread, Ear ear) {
        this.ear = ear;
        this.mostUnread = mostUnread;
        this.reader = new MessageReader(mostMessage, new Messages());
    }

    /** To be called once, on the event loop, after this was put into the pipeline. */
    public void begin() {
        if (!context().channel().isActive()) {
            goneBy(false);
        }
    }

    public EventLoop loop() {
        return context().channel().eventLoop();
    }

    /** Takes over the buffer, whole frames. */
    @SuppressWarnings("FutureReturnValueIgnored") // What fails comes by as an exception of the channel.
    public void write(ByteBuf frames) {
        context().write(frames, context().voidPromise());
    }

    public void flush() {
        context().flush();
    }

    /** Bytes written that the network has not taken. */
    public long pending() {
        var out = context().channel().unsafe().outboundBuffer();
        return out == null ? 0 : out.totalPendingWriteBytes();
    }

    /** Whether the peer's bytes are read at all. */
    public void reading(boolean wanted) {
        context().channel().config().setAutoRead(wanted);
    }

    /** Closes after what was written before. Idempotent. Code 1005 sends none. */
    public void close(int code, String reason) {
        var loop = loop();
        if (loop.inEventLoop()) {
            end(code, reason);
        } else {
            loop.execute(() -> end(code, reason));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // channelInactive tells.
    public void cut() {
        context().close();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        try {
            // The rest of the HTTP request that this began as may still come by.
            if (message instanceof ByteBuf bytes) {
                var odd = reader.read(bytes);
                if (odd != null) {
                    end(odd.code(), odd.reason());
                    goneBy(true);
                }
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext from) {
        if (!gone) {
            ear.paused();
        }
        from.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext from) {
        goneBy(false);
        from.fireChannelInactive();
    }

    /** Errors of the network; nobody's fault, and the channel is of no use any more. */
    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        goneBy(true);
        cut();
    }

    private ChannelHandlerContext context() {
        var here = context;
        if (here == null) {
            throw new IllegalStateException("not in a pipeline yet");
        }
        return here;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // channelInactive tells.
    private void end(int code, String reason) {
        if (closeSent) {
            return;
        }
        closeSent = true;
        // Messages that come now are nobody's; the peer's close frame is still to be read.
        reading(true);
        var channel = context();
        channel.writeAndFlush(Frames.close(channel.alloc(), code, reason), channel.voidPromise());
        var late = loop().schedule(this::cut, PATIENCE_MS, TimeUnit.MILLISECONDS);
        channel.channel().closeFuture().addListener(done -> late.cancel(false));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // channelInactive tells.
    private void answerClose(int code) {
        var channel = context();
        if (closeSent) {
            cut();
            return;
        }
        end(code, "");
        // An empty write is done when all before it is.
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> cut());
    }

    private void goneBy(boolean broken) {
        if (!gone) {
            gone = true;
            ear.gone(broken);
        }
    }

    private final class Messages implements MessageReader.Ear {
        @Override
        public void text(byte[] utf8) {
            if (!closeSent) {
                ear.text(utf8);
            }
        }

        @Override
        public void binary(byte[] bytes) {
            if (!closeSent) {
                ear.binary(bytes);
            }
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // What fails comes by as an exception of the channel.
        public void ping(byte[] payload) {
            if (closeSent) {
                return;
            }
            if (pending() > mostUnread) {
                cut();
            } else {
                var channel = context();
                channel.writeAndFlush(Frames.pong(channel.alloc(), payload), channel.voidPromise());
            }
        }

        @Override
        public void closed(int code, String reason) {
            answerClose(code);
            goneBy(false);
        }
    }
}
