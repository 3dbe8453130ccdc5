package io.flotilla.socket.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.DefaultEventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final Lane lane = new Lane(loop);
    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void runsEachThreadsTasksInItsOrder() {
        var many = 5_000;
        var threads = IntStream.range(0, 4)
                .mapToObj(thread -> Thread.ofPlatform().start(() -> {
                    for (var i = 0; i < many; i++) {
                        var number = thread * many + i;
                        lane.run(() -> done.add(number));
                    }
                }))
                .toList();

        await().atMost(Duration.ofSeconds(20)).until(() -> done.size() == 4 * many);

        for (var thread = 0; thread < threads.size(); thread++) {
            var first = thread * many;
            assertThat(done.stream().filter(n -> n >= first && n < first + many))
                    .isSortedAccordingTo(Integer::compare);
        }
    }

    @Test
    void runsNothingAtOnceEvenOnItsOwnLoop() throws InterruptedException {
        var over = new CountDownLatch(1);
        lane.run(() -> {
            lane.run(() -> {
                done.add(2);
                over.countDown();
            });
            done.add(1);
        });

        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void goesOnAfterATaskThatFailed() {
        lane.run(() -> {
            throw new IllegalStateException("a task that fails, for a test");
        });
        lane.run(() -> done.add(1));

        await().atMost(Duration.ofSeconds(20)).until(() -> done.contains(1));
    }
}
