package io.flotilla.auth.oidc;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody at the provider's pages, who signs in there and agrees. */
final class ProviderVisitor {
    private static final int MOST_STEPS = 12;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    /** Goes there and signs in under that name; the address at which the provider sends the browser back to us. */
    URI signIn(URI to, String name) throws IOException, InterruptedException {
        var at = to;
        for (int step = 0; step < MOST_STEPS; step++) {
            if (at.toString().startsWith(OidcProviderProcess.ORIGIN)) {
                return at;
            }
            at = at.getPath().startsWith("/interaction/") ? answer(at, name) : next(at, get(at));
        }
        throw new IOException("the provider goes on asking at " + at);
    }

    /** Goes there and says no. */
    URI refuse(URI to) throws IOException, InterruptedException {
        var at = next(to, get(to));
        at = at.resolve(at.getPath() + "/abort");
        while (!at.toString().startsWith(OidcProviderProcess.ORIGIN)) {
            at = next(at, get(at));
        }
        return at;
    }

    private URI answer(URI interaction, String name) throws IOException, InterruptedException {
        var page = get(interaction).body();
        var form = page.contains("value=\"login\"")
                ? "prompt=login&password=x&login=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                : "prompt=consent";
        var post = HttpRequest.newBuilder(interaction)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return next(interaction, send(post));
    }

    private HttpResponse<String> get(URI at) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI next(URI from, HttpResponse<String> answer) throws IOException {
        var location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("no way on from " + from + ": " + answer.statusCode()));
        return from.resolve(location);
    }
}
