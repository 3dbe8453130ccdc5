package io.flotilla.kit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ExitWithParentTest {
    @Test
    void theServiceEndsWhenTheOtherEndOfThePipeIsClosedAndNotBefore() throws IOException, InterruptedException {
        var exited = new CountDownLatch(1);
        try (var launcher = new PipedOutputStream();
                var stdin = new PipedInputStream(launcher)) {
            var watching = ExitWithParent.watch(stdin, exited::countDown);
            launcher.write("what a terminal may send\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            launcher.flush();
            assertThat(exited.getCount()).isEqualTo(1);

            launcher.close();
            watching.join();
        }

        assertThat(exited.getCount()).isZero();
    }
}
