package io.flotilla.systemtests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says things to the product's Redis that nobody should. */
record RedisConsole(int port, String password) {
    /** That of a configuration file as the launcher writes it. */
    static RedisConsole of(Path config) {
        try {
            var lines = Files.readAllLines(config);
            return new RedisConsole(Integer.parseInt(setting(lines, "port ")), setting(lines, "requirepass "));
        } catch (IOException e) {
            throw new UncheckedIOException("no Redis of our own", e);
        }
    }

    void flush() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var commands = "AUTH " + password + "\r\nFLUSHALL\r\nQUIT\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            var said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (!said.equals("+OK\r\n+OK\r\n+OK\r\n")) {
                throw new IllegalStateException("Redis: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot flush Redis", e);
        }
    }

    private static String setting(List<String> config, String name) {
        return config.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow();
    }
}
