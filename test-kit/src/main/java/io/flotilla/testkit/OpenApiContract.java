package io.flotilla.testkit;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * Holds a running service to the OpenAPI document written for it beforehand. {@link #requireSameRoutes} compares paths and verbs with what
 * the service says of itself; as a REST Assured filter, this fails every call whose answer the document does not name.
 */
public final class OpenApiContract implements Filter {
    private static final Set<String> VERBS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Map<String, Map<String, SortedSet<String>>> routes;

    private OpenApiContract(Map<String, Map<String, SortedSet<String>>> routes) {
        this.routes = routes;
    }

    /** The document at that place on the class path, say {@code openapi/auth-service.yaml}. */
    public static OpenApiContract of(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no such document: " + resource);
            }
            return new OpenApiContract(routes(new Yaml().load(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails unless the document and {@code served} (what {@code /q/openapi} answers, YAML or JSON) have the same paths and verbs.
     *
     * @param leftOut path prefixes that are no part of the document, say {@code /q/}
     */
    public void requireSameRoutes(String served, String... leftOut) {
        var theirs = verbs(routes(new Yaml().load(served)));
        theirs.keySet().removeIf(path -> List.of(leftOut).stream().anyMatch(path::startsWith));
        var ours = verbs(routes);
        if (!ours.equals(theirs)) {
            throw new AssertionError("written: " + ours + "\nserved:  " + theirs);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        var answer = context.next(request, response);
        var verb = request.getMethod().toLowerCase(Locale.ROOT);
        var path = URI.create(request.getURI()).getPath();
        var documented = operation(path, verb);
        if (documented.isPresent() && !documented.get().contains(Integer.toString(answer.statusCode()))) {
            throw new AssertionError(verb + " " + path + " answered " + answer.statusCode()
                    + ", but the document knows only " + documented.get());
        }
        return answer;
    }

    /** The statuses of the operation; of several templates that match, one without variables wins. Empty for what is not in it. */
    private Optional<SortedSet<String>> operation(String path, String verb) {
        return routes.entrySet().stream()
                .filter(route -> pattern(route.getKey()).matcher(path).matches())
                .sorted(Comparator.comparing(route -> route.getKey().contains("{")))
                .flatMap(route -> Optional.ofNullable(route.getValue().get(verb)).stream())
                .findFirst();
    }

    private static Pattern pattern(String template) {
        var regex = new StringBuilder();
        for (var segment : template.substring(1).split("/", -1)) {
            regex.append('/').append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
        }
        return Pattern.compile(regex.toString());
    }

    private static SortedMap<String, SortedSet<String>> verbs(Map<String, Map<String, SortedSet<String>>> routes) {
        var verbs = new TreeMap<String, SortedSet<String>>();
        // Variables may have other names, and be written with a pattern.
        routes.forEach((path, operations) -> verbs.computeIfAbsent(
                        path.replaceAll("\\{[^}]*}", "{}"), ignored -> new TreeSet<>())
                .addAll(operations.keySet()));
        return verbs;
    }

    private static Map<String, Map<String, SortedSet<String>>> routes(Map<String, Object> document) {
        var routes = new LinkedHashMap<String, Map<String, SortedSet<String>>>();
        map(document.getOrDefault("paths", Map.of())).forEach((path, item) -> {
            var operations = new TreeMap<String, SortedSet<String>>();
            map(item).forEach((verb, operation) -> {
                if (VERBS.contains(verb)) {
                    operations.put(
                            verb,
                            new TreeSet<>(map(map(operation).getOrDefault("responses", Map.of()))
                                    .keySet()));
                }
            });
            routes.put(path, operations);
        });
        return routes;
    }

    private static Map<String, Object> map(Object node) {
        var map = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) node).forEach((key, value) -> map.put(String.valueOf(key), value));
        return map;
    }
}
