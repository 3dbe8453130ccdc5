package io.flotilla.kit.process;

import io.flotilla.kit.config.KitConfig;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;

/**
 * Ends the service when its standard input ends ({@code FLOTILLA_EXIT_WITH_PARENT=1}). A launcher holds the other end of that pipe; the
 * system closes it however the launcher dies, so a killed launcher leaves no service behind.
 */
@Singleton
final class ExitWithParent {
    private static final Logger log = Logger.getLogger(ExitWithParent.class);

    private final boolean wanted;

    ExitWithParent(KitConfig config) {
        this.wanted = config.exitWithParent();
    }

    void start(@Observes StartupEvent event) {
        if (wanted) {
            watch(System.in, Quarkus::asyncExit);
        }
    }

    static Thread watch(InputStream parent, Runnable exit) {
        // A platform thread: reading standard input would hold a virtual thread's carrier for the life of the process.
        return Thread.ofPlatform().daemon().name("parent").start(() -> {
            try {
                parent.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                log.debug("standard input failed, which is an end too", e);
            }
            log.info("whoever started this service is gone; so is it");
            exit.run();
        });
    }
}
