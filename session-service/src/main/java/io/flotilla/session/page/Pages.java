package io.flotilla.session.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pages by name, read once: they are part of the build. */
@ApplicationScoped
class Pages {
    private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

    /** A page of the web module, such as {@code room}, when the build has that module's pages. */
    Optional<byte[]> named(String name) {
        return page("META-INF/resources/" + name + ".html");
    }

    /** What a person sees where nothing is. */
    byte[] notFound() {
        return page("pages/not-found.html").orElseThrow();
    }

    private Optional<byte[]> page(String resource) {
        return read.computeIfAbsent(resource, Pages::load);
    }

    private static Optional<byte[]> load(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
