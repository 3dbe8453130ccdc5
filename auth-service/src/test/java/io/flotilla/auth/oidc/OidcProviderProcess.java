package io.flotilla.auth.oidc;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real OpenID provider, the npm package {@code oidc-provider} as a process of its own; see {@code src/test/oidc}. */
public final class OidcProviderProcess implements QuarkusTestResourceLifecycleManager {
    static final String ORIGIN = "https://flotilla.test";
    static final String ISSUER_PROPERTY = "flotilla.oidc.acme.issuer";

    private static final String CALLBACK = ORIGIN + "/api/auth/oidc/acme/callback";
    private static final long PATIENCE_MINUTES = 5;

    private @Nullable Process provider;

    @Override
    public Map<String, String> start() {
        try {
            var directory = prepared();
            var node = new ProcessBuilder("node", "provider.mjs", CALLBACK)
                    .directory(directory.toFile())
                    .redirectErrorStream(true);
            provider = started(node);
            var issuer = issuer(provider);
            return Map.ofEntries(
                    Map.entry("flotilla.authenticators", "anonymous,password,basic,bearer,oidc,licence"),
                    Map.entry(ISSUER_PROPERTY, issuer),
                    Map.entry("flotilla.oidc.acme.title", "Acme"),
                    Map.entry("flotilla.oidc.acme.client-id", "flotilla"),
                    Map.entry("flotilla.oidc.acme.client-secret", "the-secret-of-flotilla-at-the-provider"),
                    Map.entry("flotilla.oidc.gone.issuer", "http://127.0.0.1:1"),
                    Map.entry("flotilla.oidc.gone.client-id", "flotilla"));
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.destroy();
        }
    }

    private static Path prepared() throws IOException {
        var source = Path.of("src", "test", "oidc").toAbsolutePath();
        var directory = Path.of("target", "oidc").toAbsolutePath();
        Files.createDirectories(directory);
        for (var file : List.of("package.json", "package-lock.json", "provider.mjs")) {
            Files.copy(source.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var installed = directory.resolve("installed-lock.json");
        var lock = directory.resolve("package-lock.json");
        if (!Files.exists(installed) || Files.mismatch(installed, lock) != -1) {
            install(directory);
            Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
        }
        return directory;
    }

    private static void install(Path directory) throws IOException {
        var log = directory.resolve("npm.log");
        var npm = started(new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
        try {
            if (!npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                npm.destroy();
                throw new IOException("npm ci did not end in " + PATIENCE_MINUTES + " minutes; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (npm.exitValue() != 0) {
            throw new IOException("the OpenID provider could not be installed; see " + log);
        }
    }

    private static Process started(ProcessBuilder command) throws IOException {
        try {
            return command.start();
        } catch (IOException e) {
            throw new IOException(
                    "these tests start a real OpenID provider and need Node.js 20 with npm on the path", e);
        }
    }

    /** What the provider says when it listens; whatever it says later is read so that it never waits for us. */
    private static String issuer(Process provider) throws IOException {
        var said = new StringBuilder();
        var output = new BufferedReader(new InputStreamReader(provider.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return line.substring("ready ".length());
            }
            said.append(line).append('\n');
        }
        throw new IOException("the OpenID provider did not start:\n" + said);
    }
}
