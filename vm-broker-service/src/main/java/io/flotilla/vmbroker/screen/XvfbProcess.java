package io.flotilla.vmbroker.screen;

import io.flotilla.vmbroker.browser.BrowserFailed;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.confine.Cell;
import io.flotilla.vmbroker.x11.XConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * One Xvfb: its number is chosen by the server itself, whoever has not the cookie is refused, and it ends with its last client, so that
 * it does not outlive a killed browser.
 */
final class XvfbProcess {
    private static final int UP_WITHIN_SECONDS = 10;
    private static final int COOKIE_BYTES = 16;
    private static final int WILD_FAMILY = 0xffff;
    private static final Path SOCKETS = Path.of("/tmp/.X11-unix");

    private final Process process;
    private final int number;
    private final byte[] cookie;
    private final Path authority;

    private XvfbProcess(Process process, int number, byte[] cookie, Path authority) {
        this.process = process;
        this.number = number;
        this.cookie = cookie;
        this.authority = authority;
    }

    static XvfbProcess start(Cell cell, String program, Size cap) throws IOException {
        var cookie = new byte[COOKIE_BYTES];
        new SecureRandom().nextBytes(cookie);
        var authority = cell.directory().resolve("xauthority");
        Files.write(authority, authorityFile(cookie));
        Files.createDirectories(SOCKETS);
        makeShared();
        cell.handOver();
        var process = cell.startDisplay(command(program, cell.seen(authority), cap), Map.of());
        try {
            return new XvfbProcess(process, number(process), cookie, authority);
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    XConnection connect() throws IOException {
        return XConnection.open(SOCKETS.resolve("X" + number), cookie);
    }

    String display() {
        return ":" + number;
    }

    Path authority() {
        return authority;
    }

    /** Ends the server and removes what it would leave behind when killed. */
    void close() {
        process.destroyForcibly();
        try {
            process.onExit().get(UP_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            // the process tree is swept afterwards
        }
        DisplayFiles.remove(number);
    }

    static List<String> command(String program, Path authority, Size cap) {
        return List.of(
                program,
                "-displayfd",
                "1",
                "-screen",
                "0",
                cap.width() + "x" + cap.height() + "x24",
                "-nolisten",
                "tcp",
                "-auth",
                authority.toString(),
                "-terminate",
                "-dpi",
                "96",
                "-s",
                "0");
    }

    /** One entry that opens the display under any name. */
    static byte[] authorityFile(byte[] cookie) {
        var name = "MIT-MAGIC-COOKIE-1".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + name.length + cookie.length)
                .putShort((short) WILD_FAMILY)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) name.length)
                .put(name)
                .putShort((short) cookie.length)
                .put(cookie)
                .array();
    }

    private static int number(Process process) {
        var line = CompletableFuture.supplyAsync(() -> {
            try (var reader = process.inputReader(StandardCharsets.US_ASCII)) {
                return reader.readLine();
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        try {
            return Integer.parseInt(
                    line.get(UP_WITHIN_SECONDS, TimeUnit.SECONDS).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserFailed("Interrupted while Xvfb started", e);
        } catch (Exception e) {
            throw new BrowserFailed(
                    "Xvfb did not start; try FLOTILLA_SCREEN=headless, or reinstall the package xvfb", e);
        }
    }

    /** Servers that are not root's cannot make the shared directory right themselves. */
    private static void makeShared() {
        try {
            Files.setAttribute(SOCKETS, "unix:mode", 0_1777);
        } catch (IOException | UnsupportedOperationException e) {
            // not ours: then it is right already, or Xvfb says what is wrong
        }
    }
}
