package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.agent.AgentEndpoint;
import io.flotilla.vmbroker.browser.Browser;
import io.flotilla.vmbroker.browser.BrowserDriver;
import io.flotilla.vmbroker.browser.BrowserFailed;
import io.flotilla.vmbroker.browser.BrowserSlot;
import io.flotilla.vmbroker.config.BrokerConfig;
import io.flotilla.vmbroker.confine.Cell;
import io.flotilla.vmbroker.confine.Cells;
import io.flotilla.vmbroker.confine.Machine;
import io.flotilla.vmbroker.confine.ProcessTree;
import io.flotilla.vmbroker.screen.HeadlessScreen;
import io.flotilla.vmbroker.screen.PageHands;
import io.flotilla.vmbroker.screen.Screen;
import io.flotilla.vmbroker.screen.XvfbScreen;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Starts Chromium browsers, each in a cell of its own. What the machine allows is found out at the first start. */
@ApplicationScoped
public class ChromiumDriver implements BrowserDriver {
    private final ChromiumConfig config;
    private final Path root;
    private final AgentEndpoint agents;
    private final ProcessTree tree;
    private final Cells cells;
    private final ChromiumBinary programs = new ChromiumBinary();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("screen-timers").factory());

    @Inject
    public ChromiumDriver(ChromiumConfig config, BrokerConfig broker, AgentEndpoint agents, InstantSource clock) {
        this(config, broker.vmDirectory(), agents, clock);
    }

    ChromiumDriver(ChromiumConfig config, Path root, AgentEndpoint agents, InstantSource clock) {
        this.config = config;
        this.root = root;
        this.agents = agents;
        this.tree = new ProcessTree(clock);
        this.cells = new Cells(Machine.probe());
    }

    @Override
    public Browser start(BrowserSlot slot) {
        var program = programs.find(config.chromium());
        return new Startup(program, cells, screens(), agents, tree, slot).run();
    }

    @Override
    public Set<String> reap() {
        return new Leftovers(root, tree).reap();
    }

    @PreDestroy
    void close() {
        timers.shutdownNow();
    }

    private Startup.Screens screens() {
        var xvfb = programs.program("Xvfb");
        return switch (config.screen()) {
            case HEADLESS -> new Headless();
            case XVFB ->
                new Displays(
                        xvfb.orElseThrow(() -> new BrowserFailed(
                                "Xvfb was not found: install the package xvfb, or set FLOTILLA_SCREEN=headless")),
                        timers);
            case AUTO ->
                xvfb.<Startup.Screens>map(program -> new Displays(program, timers))
                        .orElseGet(Headless::new);
        };
    }

    private record Displays(Path xvfb, ScheduledExecutorService timers) implements Startup.Screens {
        @Override
        public boolean bars() {
            return true;
        }

        @Override
        public Screen open(Cell cell, BrowserSlot slot, PageHands page) throws IOException {
            return XvfbScreen.start(cell, xvfb.toString(), slot.cap(), page, timers);
        }
    }

    private record Headless() implements Startup.Screens {
        @Override
        public boolean bars() {
            return false;
        }

        @Override
        public Screen open(Cell cell, BrowserSlot slot, PageHands page) {
            return new HeadlessScreen(slot.cap(), page);
        }
    }
}
