package io.flotilla.vmbroker.browser;

/** Starts real browsers on this machine; the broker's only way to processes, displays and profiles. Thread-safe. */
public interface BrowserDriver {
    /**
     * Starts a browser that shows a blank page and is connected, but captures nothing yet. Blocks its (virtual) thread until the
     * browser can be claimed; a browser that does not come up in time is ended and wiped before {@link BrowserFailed} is thrown.
     */
    Browser start(BrowserSlot slot);

    /**
     * Ends every process and wipes every directory and display that an earlier, killed process of this node left under its
     * directory. Called once, before the first {@link #start}. Returns the ids of the VMs that were found.
     */
    java.util.Set<String> reap();
}
