package io.flotilla.vmbroker.browser;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * What a browser is started with before anyone claims it.
 *
 * @param directory its own, empty, wiped at the end: profile, agent, pipes
 * @param guard the VM's egress proxy; everything the browser sends passes it
 * @param agentSecret what the VM agent shows at its hello
 * @param cap the largest picture it may ever be resized to
 */
public record BrowserSlot(
        String id, Path directory, InetSocketAddress guard, io.flotilla.kit.secret.Secret agentSecret, Size cap) {}
