package io.flotilla.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.roomlog.Position;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every memory of sockets promises. */
abstract class RecoveriesContract {
    private final String privateId = UUID.randomUUID().toString();
    private final Remembered socket = new Remembered("sid", "u-ada", "vms-1", new Position("e", 7));

    abstract Recoveries recoveries();

    @Test
    void aSocketIsTakenOnce() {
        recoveries().keep(privateId, socket);
        recoveries().cut(privateId);

        assertThat(recoveries().take(privateId)).contains(socket);
        assertThat(recoveries().take(privateId)).isEmpty();
    }

    @Test
    void aForgottenSocketIsNotTaken() {
        recoveries().keep(privateId, socket);
        recoveries().forget(privateId);

        assertThat(recoveries().take(privateId)).isEmpty();
    }

    @Test
    void theClientsWordCountsWhenItIsNewerAndOfTheSameEpoch() {
        assertThat(socket.resumeFrom(new Position("e", 9))).isEqualTo(new Position("e", 9));
        assertThat(socket.resumeFrom(new Position("e", 3))).isEqualTo(new Position("e", 7));
        assertThat(socket.resumeFrom(new Position("other", 9))).isEqualTo(new Position("e", 7));
    }
}
