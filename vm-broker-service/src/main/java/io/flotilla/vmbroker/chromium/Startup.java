package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.agent.AgentEndpoint;
import io.flotilla.vmbroker.agent.AgentLink;
import io.flotilla.vmbroker.browser.Browser;
import io.flotilla.vmbroker.browser.BrowserFailed;
import io.flotilla.vmbroker.browser.BrowserSlot;
import io.flotilla.vmbroker.confine.Cell;
import io.flotilla.vmbroker.confine.Cells;
import io.flotilla.vmbroker.confine.ProcessTree;
import io.flotilla.vmbroker.confine.Wipe;
import io.flotilla.vmbroker.devtools.DevTools;
import io.flotilla.vmbroker.devtools.DevToolsFailed;
import io.flotilla.vmbroker.screen.PageHands;
import io.flotilla.vmbroker.screen.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Brings one browser up, step by step; whatever stands when a step fails is taken down again. Used once. */
final class Startup {
    private static final int UP_WITHIN_SECONDS = 15;

    /** Opens a screen in a cell. */
    interface Screens {
        /** Whether they show the browser's own bars. */
        boolean bars();

        Screen open(Cell cell, BrowserSlot slot, PageHands page) throws IOException;
    }

    private final Path program;
    private final Cells cells;
    private final Screens screens;
    private final AgentEndpoint agents;
    private final ProcessTree tree;
    private final BrowserSlot slot;
    private final Cell cell;
    private final Furnishing rooms;
    private final DevToolsHands page;
    private @Nullable Screen screen;
    private @Nullable Process process;
    private @Nullable AgentLink link;
    private volatile @Nullable ChromiumBrowser browser;

    Startup(Path program, Cells cells, Screens screens, AgentEndpoint agents, ProcessTree tree, BrowserSlot slot) {
        this.program = program;
        this.cells = cells;
        this.screens = screens;
        this.agents = agents;
        this.tree = tree;
        this.slot = slot;
        this.cell = cells.open(slot.id(), slot.directory());
        this.rooms = new Furnishing(slot.directory());
        this.page = new DevToolsHands(screens.bars());
    }

    Browser run() {
        try {
            return bringUp();
        } catch (BrowserFailed e) {
            undo();
            throw e;
        } catch (IOException | DevToolsFailed | CompletionException | IllegalStateException e) {
            undo();
            throw new BrowserFailed("The browser " + program + " did not come up: " + e.getMessage(), e);
        }
    }

    private Browser bringUp() throws IOException {
        rooms.write(cell);
        cell.handOver();
        var drawnOn = screens.open(cell, slot, page);
        screen = drawnOn;
        var port = agents.port();
        var awaited = agents.expect(slot.id(), slot.agentSecret(), new Forward());
        link = awaited;
        var started = cell.startBrowser(command(drawnOn), environment(drawnOn), rooms.log());
        process = started;
        var devTools = new DevTools(slot.id(), started.getInputStream(), started.getOutputStream());
        var _ = started.onExit().thenRun(devTools::close);
        var control = new AgentControl(devTools);
        var pages = new Pages(devTools);
        page.attach(devTools, pages);
        if (!cells.machine().rules()) {
            new SecondNet(devTools, pages).spread();
        }
        pages.follow();
        control.load(cell.seen(rooms.agent()));
        var running = new Running(
                slot.id(),
                cell,
                drawnOn,
                started,
                devTools,
                control,
                pages,
                new Wishes(devTools, pages),
                awaited,
                tree);
        var up = new ChromiumBrowser(running);
        browser = up;
        control.call(
                "begin",
                Map.of(
                        "socket", "ws://agent.flotilla.internal/",
                        "secret", slot.agentSecret().reveal(),
                        "vmId", slot.id(),
                        "source", drawnOn.source()));
        awaited.connected().orTimeout(UP_WITHIN_SECONDS, TimeUnit.SECONDS).join();
        Running.LOG.debugf("VM %s is up; agents dial port %d", slot.id(), port);
        return up;
    }

    private java.util.List<String> command(Screen drawnOn) {
        return Flags.of(
                program,
                cell.seen(rooms.profile()),
                slot.guard(),
                cells.machine().sandbox(),
                drawnOn.flags());
    }

    private Map<String, String> environment(Screen drawnOn) {
        var environment = new HashMap<>(drawnOn.environment());
        environment.put("HOME", cell.seen(rooms.home()).toString());
        environment.put(
                "TMPDIR", cells.machine().mounts() ? "/tmp" : rooms.temporary().toString());
        environment.put("XDG_RUNTIME_DIR", cell.seen(rooms.temporary()).toString());
        environment.put("LANG", "C.UTF-8");
        return environment;
    }

    private void undo() {
        if (link != null) {
            link.close();
        }
        if (process != null) {
            process.destroyForcibly();
        }
        if (screen != null) {
            screen.close();
        }
        tree.end(slot.directory());
        try {
            Wipe.away(slot.directory());
        } catch (IOException e) {
            Running.LOG.errorf("the directory of VM %s was not wiped: %s", slot.id(), e.getMessage());
        }
        cell.close();
    }

    /** The agent may speak before the browser object is there. */
    private final class Forward implements AgentLink.Ear {
        @Override
        public void media(io.vertx.core.buffer.Buffer message) {
            var up = browser;
            if (up != null) {
                up.media(message);
            }
        }

        @Override
        public void said(com.fasterxml.jackson.databind.JsonNode message) {
            var up = browser;
            if (up != null) {
                up.said(message);
            }
        }
    }
}
