package io.flotilla.systemtests.peers;

import io.flotilla.systemtests.product.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The scripts of {@code src/main/peers}, copied to where their npm packages are installed. */
record PeersFolder(Path directory) {
    private static final long PATIENCE_MINUTES = 5;

    /** Installs what is pinned, unless it is there. */
    static synchronized PeersFolder installed() {
        try {
            var directory = copied();
            var lock = directory.resolve("package-lock.json");
            var done = directory.resolve("installed-lock.json");
            if (!Files.exists(done) || Files.mismatch(done, lock) != -1) {
                install(directory);
                Files.copy(lock, done, StandardCopyOption.REPLACE_EXISTING);
            }
            return new PeersFolder(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Node.js 20 with npm is needed to try other people's clients", e);
        }
    }

    ProcessBuilder node(String script, String... arguments) {
        var command = new ProcessBuilder("node", script).directory(directory.toFile());
        command.command().addAll(List.of(arguments));
        return command;
    }

    /** A script that needs no npm package. */
    static ProcessBuilder script(String interpreter, String name) {
        try {
            return new ProcessBuilder(interpreter, copied().resolve(name).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean succeeds(String... command) {
        try {
            return run(new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path copied() throws IOException {
        var module = Checkout.find().resolve("system-tests");
        var source = module.resolve("src/main/peers");
        var directory = Files.createDirectories(module.resolve("target/peers"));
        for (var file : List.of("package.json", "package-lock.json", "client.mjs", "reference.mjs", "client.py")) {
            Files.copy(source.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return directory;
    }

    private static void install(Path directory) throws IOException {
        var log = directory.resolve("npm.log");
        var npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(directory.toFile())
                .redirectOutput(log.toFile());
        if (run(npm) != 0) {
            throw new IOException("npm ci failed; see " + log);
        }
    }

    private static int run(ProcessBuilder command) throws IOException {
        var process = command.redirectErrorStream(true).start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
                throw new IOException(command.command() + " did not end in " + PATIENCE_MINUTES + " minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
