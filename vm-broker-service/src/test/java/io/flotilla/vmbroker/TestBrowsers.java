package io.flotilla.vmbroker;

import io.flotilla.vmbroker.browser.InMemoryBrowserDriver;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Browsers without processes for all that is tested here with a running service; exists only among the tests. */
@Singleton
class TestBrowsers {
    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    InMemoryBrowserDriver driver() {
        return new InMemoryBrowserDriver();
    }
}
