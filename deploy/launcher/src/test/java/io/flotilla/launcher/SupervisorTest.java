package io.flotilla.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Supervisor supervisor = new Supervisor(new PrintStream(said, true, StandardCharsets.UTF_8));
    private final List<String> ended = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void endAll() {
        supervisor.stopAll();
    }

    @Test
    void startsAgainWhatDies() {
        var part = new Sleeper("sleeper");
        supervisor.start(List.of(part));

        part.started.getFirst().destroyForcibly();

        await().until(() -> part.started.size() == 2 && part.started.getLast().isAlive());
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("sleeper ended unexpectedly");
    }

    @Test
    void endsAllInReverseOrderAndStartsNothingAfterwards() {
        var first = new Sleeper("first");
        var second = new Sleeper("second");
        supervisor.start(List.of(first));
        supervisor.start(List.of(second));

        supervisor.stopAll();

        assertThat(ended).containsExactly("second", "first");
        assertThat(first.started).hasSize(1).noneMatch(ProcessHandle::isAlive);
        supervisor.start(List.of(first));
        assertThat(first.started).hasSize(1);
    }

    @Test
    void waitsLongerEachTimeUpToHalfAMinute() {
        assertThat(Supervisor.next(Duration.ofMillis(500))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Supervisor.next(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(30));
        assertThat(Supervisor.next(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    }

    private final class Sleeper implements Part {
        private final String name;
        private final List<ProcessHandle> started = Collections.synchronizedList(new ArrayList<>());

        Sleeper(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public ProcessHandle start() {
            try {
                var process = new ProcessBuilder("sleep", "60").start().toHandle();
                started.add(process);
                return process;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            Ending.of(List.copyOf(started), Duration.ofSeconds(5));
            ended.add(name);
        }
    }
}
