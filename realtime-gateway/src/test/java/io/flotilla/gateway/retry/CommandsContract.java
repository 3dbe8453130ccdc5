package io.flotilla.gateway.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every memory of commands promises. */
abstract class CommandsContract {
    private final String key = UUID.randomUUID().toString();

    abstract Commands commands();

    @Test
    void whoComesFirstDoesItAndTheOthersSeeThat() {
        assertThat(commands().claim(key)).isEqualTo(new Claim.Mine());
        assertThat(commands().claim(key)).isEqualTo(new Claim.Underway());
    }

    @Test
    void whatIsDoneIsAnsweredTheSame() {
        commands().claim(key);
        commands().done(key, "{\"ok\":true}");

        assertThat(commands().claim(key)).isEqualTo(new Claim.Done("{\"ok\":true}"));
    }

    @Test
    void whatWasRefusedMayBeDoneAgain() {
        commands().claim(key);
        commands().undone(key);

        assertThat(commands().claim(key)).isEqualTo(new Claim.Mine());
    }

    @Test
    void ofManyAtOnceExactlyOneDoesIt() throws Exception {
        var tasks = new ArrayList<Callable<Claim>>();
        for (int i = 0; i < 32; i++) {
            tasks.add(() -> commands().claim(key));
        }
        var mine = 0;
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (var task : pool.invokeAll(tasks)) {
                mine += task.get() instanceof Claim.Mine ? 1 : 0;
            }
        }

        assertThat(mine).isEqualTo(1);
    }
}
