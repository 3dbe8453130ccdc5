package io.flotilla.gateway.player;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.media.Outlet;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.PlayerMessageReader;
import io.flotilla.gateway.protocol.Reading;
import io.flotilla.gateway.socket.TokenBucket;
import java.nio.charset.StandardCharsets;

/** Listens to one player, within the limits. Lives on its socket's event loop. */
final class PlayerEar {
    private static final PlayerMessageReader READER = new PlayerMessageReader();

    private final Connection connection;
    private final Outlet outlet;
    private final long longest;
    private final TokenBucket bucket;
    private boolean deaf;

    PlayerEar(Connection connection, Outlet outlet, GatewayConfig.Player limits) {
        this.connection = connection;
        this.outlet = outlet;
        this.longest = limits.messageSize().asLongValue();
        this.bucket = new TokenBucket(limits.messagesPerSecond(), now());
    }

    void text(String text) {
        if (deaf) {
            return;
        }
        if (!bucket.take(now())) {
            odd("too many messages");
        } else if (isTooLong(text)) {
            odd("a message is too long");
        } else {
            switch (READER.read(text)) {
                case Reading.Understood(var message) -> connection.heard(message);
                case Reading.Ignored() -> {}
                case Reading.Odd(var why) -> odd(why);
            }
        }
    }

    void binary() {
        odd("players send no binary messages");
    }

    private boolean isTooLong(String text) {
        return text.length() > longest
                || (text.length() * 3L > longest && text.getBytes(StandardCharsets.UTF_8).length > longest);
    }

    private void odd(String why) {
        deaf = true;
        outlet.close(CloseCode.BAD_MESSAGE, why);
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
