package io.flotilla.vmbroker.chromium;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker's process that is going to be killed while its VM runs. */
final class DoomedBroker {
    private DoomedBroker() {}

    public static void main(String[] arguments) throws Exception {
        var stage = new TestDriver(ChromiumConfig.ScreenKind.XVFB, Path.of(arguments[0]));
        stage.start("vm-doomed");
        System.out.println(arguments[0]);
        new CountDownLatch(1).await();
    }
}
