package io.flotilla.kit.csrf;

import io.flotilla.kit.csrf.CsrfDecision.Call;
import io.flotilla.kit.csrf.CsrfDecision.Rule;
import io.flotilla.kit.http.AllowedOrigins;
import io.flotilla.kit.http.Origin;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies {@link CsrfDecision} to every state-changing call that no bearer token authenticates. */
@Provider
@Priority(CsrfFilter.PRIORITY)
public final class CsrfFilter implements ContainerRequestFilter {
    static final int PRIORITY = Priorities.AUTHORIZATION;

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentCaller caller;
    private final Origin origin;
    private final AllowedOrigins friends;
    private final BodyToken bodyToken;

    CsrfFilter(CurrentCaller caller, Origin origin, AllowedOrigins friends, BodyToken bodyToken) {
        this.caller = caller;
        this.origin = origin;
        this.friends = friends;
        this.bodyToken = bodyToken;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var rule = rule(request);
        if (HARMLESS.contains(request.getMethod()) || rule == Rule.NONE) {
            return;
        }
        var who = caller.get();
        if (who instanceof Caller.Nobody && !underApi(request)) {
            return;
        }
        switch (CsrfDecision.of(call(request, rule, who))) {
            case PASS -> {}
            case FORBIDDEN -> throw invalid().asException();
            case UNSUPPORTED_BODY ->
                throw Problem.of(415, "Send the body as application/json").asException();
        }
    }

    static String key(Class<? extends Annotation> binding) {
        return binding.getName();
    }

    private Call call(ContainerRequestContext request, Rule rule, Caller who) throws IOException {
        var mediaType = mediaType(request);
        return new Call(
                rule,
                who,
                token(request, who, mediaType),
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                origin.value(),
                friends.values(),
                mediaType,
                isMarked(request, AcceptsForms.class));
    }

    private @Nullable String token(ContainerRequestContext request, Caller who, @Nullable String mediaType)
            throws IOException {
        for (var name : new String[] {"X-CSRF-Token", "X-CSRFToken"}) {
            var value = request.getHeaderString(name);
            if (value != null) {
                return value;
            }
        }
        return who instanceof Caller.User ? bodyToken.find(request, mediaType) : null;
    }

    private static Rule rule(ContainerRequestContext request) {
        if (isMarked(request, NoCsrf.class)) {
            return Rule.NONE;
        }
        if (isMarked(request, SignIn.class)) {
            return Rule.SIGN_IN;
        }
        return isMarked(request, SameOrigin.class) ? Rule.SAME_ORIGIN : Rule.TOKEN;
    }

    private static boolean isMarked(ContainerRequestContext request, Class<? extends Annotation> binding) {
        return request.getProperty(key(binding)) != null;
    }

    private static boolean underApi(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        return path.startsWith("/api/") || path.startsWith("api/");
    }

    /** Null where there is no body: some clients name a form type all the same. */
    private static @Nullable String mediaType(ContainerRequestContext request) {
        var type = request.getHeaderString("Content-Type");
        if (type == null || type.isBlank() || !hasBody(request)) {
            return null;
        }
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean hasBody(ContainerRequestContext request) {
        var length = request.getHeaderString("Content-Length");
        return length == null ? request.getHeaderString("Transfer-Encoding") != null : !length.equals("0");
    }

    private static Problem invalid() {
        var message = "The CSRF token is missing or invalid";
        return Problem.of(403, message)
                .with("message", message)
                .with("status", "error")
                .with("success", false)
                .with("code", "CSRF_INVALID");
    }
}
