package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.agent.AgentLink;
import io.flotilla.vmbroker.confine.Cell;
import io.flotilla.vmbroker.confine.ProcessTree;
import io.flotilla.vmbroker.confine.Wipe;
import io.flotilla.vmbroker.devtools.DevTools;
import io.flotilla.vmbroker.screen.Screen;
import java.io.IOException;
import org.jboss.logging.Logger;

/** All that makes up one running browser, and how it is taken apart. */
record Running(
        String id,
        Cell cell,
        Screen screen,
        Process process,
        DevTools devTools,
        AgentControl control,
        Pages pages,
        Wishes wishes,
        AgentLink link,
        ProcessTree tree) {
    static final Logger LOG = Logger.getLogger(ChromiumBrowser.class);

    /** Ends every process, frees the display, wipes the directory; returns when nothing is left. */
    void end() {
        link.close();
        process.destroyForcibly();
        devTools.close();
        screen.close();
        if (!tree.end(cell.directory())) {
            LOG.errorf("processes of VM %s survive: %s", id, tree.of(cell.directory()));
        }
        try {
            Wipe.away(cell.directory());
        } catch (IOException e) {
            LOG.errorf("the directory of VM %s was not wiped: %s", id, e.getMessage());
        }
        cell.close();
    }
}
