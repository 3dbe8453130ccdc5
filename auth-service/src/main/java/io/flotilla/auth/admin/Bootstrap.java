package io.flotilla.auth.admin;

import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.kit.problem.Unavailable;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sees to the first administrator when the service starts, as soon as the record of accounts is there. */
@Singleton
final class Bootstrap {
    private static final Logger log = Logger.getLogger(Bootstrap.class);

    private final FirstAdmin first;
    private final AuditEntries entries;
    private final AuditTrail audit;
    private volatile boolean done;

    Bootstrap(FirstAdmin first, AuditEntries entries, AuditTrail audit) {
        this.first = first;
        this.entries = entries;
        this.audit = audit;
    }

    @Scheduled(every = "2s", identity = "first-admin", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void once() {
        if (done) {
            return;
        }
        try {
            tell(first.ensure());
            done = true;
        } catch (Unavailable e) {
            log.debug("the first administrator waits for the record of accounts", e);
        }
    }

    private void tell(FirstAdmin.Outcome outcome) {
        switch (outcome) {
            case FirstAdmin.Outcome.NotNeeded _ -> {}
            case FirstAdmin.Outcome.Made(var account) -> {
                log.infof("made the first administrator, %s", account.username());
                record(account.id(), account.username());
            }
            case FirstAdmin.Outcome.Invalid(var broken) ->
                log.errorf(
                        "FLOTILLA_ADMIN_%s makes no administrator: %s",
                        broken.field().equals("password") ? "PASSWORD" : "USERNAME", broken.message());
            case FirstAdmin.Outcome.NameTaken _ ->
                log.error("FLOTILLA_ADMIN_USERNAME is the name of somebody who is no administrator: choose another");
        }
    }

    private void record(String id, String name) {
        try {
            audit.record(entries.of("registered").by(id, name).with("method", "bootstrap"));
        } catch (Unavailable e) {
            log.debug("the audit log does not know of the first administrator", e);
        }
    }
}
