package io.flotilla.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other people's clients, npm packages in a process of their own; see {@code src/test/clients}. */
final class NodeClients {
    private static final long PATIENCE_MINUTES = 5;

    private NodeClients() {}

    /** What the checks said; the last line is {@code all well} when they passed. */
    static List<String> check(int port) throws IOException, InterruptedException {
        var directory = prepared();
        var log = directory.resolve("clients.log");
        run(directory, log, "node", "clients.mjs", "http://127.0.0.1:" + port);
        return Files.readAllLines(log);
    }

    private static Path prepared() throws IOException, InterruptedException {
        var source = Path.of("src", "test", "clients").toAbsolutePath();
        var directory = Path.of("target", "clients").toAbsolutePath();
        Files.createDirectories(directory);
        for (var file : List.of("package.json", "package-lock.json", "clients.mjs")) {
            Files.copy(source.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var installed = directory.resolve("installed-lock.json");
        var lock = directory.resolve("package-lock.json");
        if (!Files.exists(installed) || Files.mismatch(installed, lock) != -1) {
            var log = directory.resolve("npm.log");
            if (run(directory, log, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") != 0) {
                throw new IOException("the clients could not be installed; see " + log);
            }
            Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
        }
        return directory;
    }

    private static int run(Path directory, Path log, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IOException(command[0] + " did not end in " + PATIENCE_MINUTES + " minutes; see " + log);
        }
        return process.exitValue();
    }
}
