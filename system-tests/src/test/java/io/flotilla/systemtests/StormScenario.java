package io.flotilla.systemtests;

import static io.flotilla.systemtests.Scenario.veryPatiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.wire.Entrance;
import io.flotilla.systemtests.wire.WireListener;
import io.flotilla.systemtests.wire.WireSocket;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two thousand sockets lose their node at once. */
@Order(26)
final class StormScenario extends SocketScenario {
    private static final int PEOPLE = 50;
    private static final int EACH = 40;

    private final AtomicInteger inside = new AtomicInteger();
    private final List<Comer> sockets = new ArrayList<>();

    @AfterEach
    void everybodyGoes() {
        sockets.forEach(Comer::leave);
    }

    @Test
    void whenANodeDiesAllItsSocketsAreBackAtTheOtherAndTheDoorsStayOpenForEverybodyElse() {
        for (int person = 0; person < PEOPLE; person++) {
            var visitor = harbour().visitor();
            for (int number = 0; number < EACH; number++) {
                sockets.add(new Comer(Harbour.entrance(visitor, flotilla().secondUrl(), "/sessions")));
            }
        }
        sockets.forEach(Comer::come);
        veryPatiently().untilAsserted(() -> assertThat(inside).hasValue(PEOPLE * EACH));
        var bystander = harbour().account();

        sockets.forEach(comer ->
                comer.entrance = Harbour.entrance(comer.entrance, flotilla().url()));
        flotilla().kill(Harbour.SECOND_GATEWAY);

        // Asking anew for each of them at once would keep everybody else from being answered.
        veryPatiently()
                .ignoreExceptions()
                .until(() -> bystander.get("/api/session_state").status() == 200);
        veryPatiently().untilAsserted(() -> assertThat(inside).hasValue(PEOPLE * EACH));
        sockets.forEach(Comer::leave);
        veryPatiently().untilAsserted(() -> assertThat(inside).hasValue(0));
        untilBothNodesAreWell();
    }

    /** One socket that comes back with jitter, as clients do. */
    private final class Comer implements WireListener {
        private volatile Entrance entrance;
        private volatile WireSocket socket;
        private volatile boolean in;
        private volatile boolean gone;

        Comer(Entrance entrance) {
            this.entrance = entrance;
        }

        void come() {
            if (gone) {
                return;
            }
            var ignored = harbour().wire.open(entrance, this).whenComplete((opened, problem) -> {
                if (problem != null && !gone) {
                    comeLater();
                }
            });
        }

        void leave() {
            gone = true;
            if (in) {
                socket.cut();
            }
        }

        @Override
        public void connected(WireSocket opened) {
            socket = opened;
            if (gone) {
                opened.cut();
            }
            in = true;
            inside.incrementAndGet();
        }

        @Override
        public void heard(WireSocket from, Buffer bytes, int begin, int end) {}

        @Override
        public void over(WireSocket was, int code) {
            if (in) {
                in = false;
                inside.decrementAndGet();
                if (!gone) {
                    comeLater();
                }
            }
        }

        private void comeLater() {
            harbour().wire.later(ThreadLocalRandom.current().nextInt(100, 2000), this::come);
        }
    }
}
