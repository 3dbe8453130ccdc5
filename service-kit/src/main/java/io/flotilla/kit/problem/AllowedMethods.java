package io.flotilla.kit.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.jspecify.annotations.Nullable;

/** Which methods a path knows: the framework says 405 but not what to do instead. Routes never change, so they are read once. */
final class AllowedMethods {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*[^:{}]+(?::([^{}]+))?}");

    private volatile @Nullable List<Route> routes;

    /** In alphabetical order, with HEAD and OPTIONS where the framework answers them by itself. */
    SortedSet<String> at(String path) {
        var methods = new TreeSet<String>();
        for (var route : routes()) {
            if (route.path().matcher(path).matches()) {
                methods.add(route.method());
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return methods;
    }

    private List<Route> routes() {
        var known = routes;
        if (known == null) {
            known = read(CurrentRequestManager.get().getDeployment());
            routes = known;
        }
        return known;
    }

    private static List<Route> read(Deployment deployment) {
        var found = new ArrayList<Route>();
        RuntimeResourceVisitor.visitRuntimeResources(
                deployment.getPrefix(), deployment.getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        if (method != null) {
                            found.add(new Route(method, pattern(path)));
                        }
                    }
                });
        return List.copyOf(found);
    }

    static Pattern pattern(String template) {
        var regex = new StringBuilder();
        var variables = VARIABLE.matcher(template);
        int end = 0;
        while (variables.find()) {
            regex.append(Pattern.quote(template.substring(end, variables.start())));
            regex.append(
                    variables.group(1) == null
                            ? "[^/]+"
                            : "(?:" + variables.group(1).strip() + ")");
            end = variables.end();
        }
        var rest = template.substring(end);
        regex.append(Pattern.quote(rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest));
        return Pattern.compile(regex.append("/?").toString());
    }

    private record Route(String method, Pattern path) {}
}
