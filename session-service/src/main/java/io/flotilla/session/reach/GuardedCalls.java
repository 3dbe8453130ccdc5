package io.flotilla.session.reach;

import io.flotilla.kit.secret.Secret;
import io.flotilla.session.config.SessionConfig;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls addresses that users wrote. A name is resolved once and the connection goes to the address that was looked at, so that it cannot
 * turn into another one in between; redirects are not followed, and an answer is read up to a limit. Blocks.
 */
@ApplicationScoped
public class GuardedCalls {
    private static final int LARGEST = 256 * 1024;

    /** What came of a call. */
    public sealed interface Answer {
        record Answered(int status, String body) implements Answer {}

        /** The rules forbid going there. */
        record Forbidden() implements Answer {}

        /** No such host, no connection, no answer in time, or one without end. */
        record Silent() implements Answer {}
    }

    private final HttpClient plain;
    private final HttpClient secure;
    private final ReachRules rules;
    private final Duration limit;

    public GuardedCalls(Vertx vertx, SessionConfig config) {
        int millis = Math.toIntExact(config.session().platformTestTimeout().toMillis());
        var options = new HttpClientOptions()
                .setConnectTimeout(millis)
                .setKeepAlive(false)
                .setDecompressionSupported(false)
                .setMaxRedirects(0);
        this.plain = vertx.createHttpClient(options);
        this.secure = vertx.createHttpClient(
                new HttpClientOptions(options).setSsl(true).setVerifyHost(true));
        this.rules = ReachRules.of(config.egress().allow().orElse(List.of()));
        this.limit = config.session().platformTestTimeout();
    }

    /** A GET with a bearer key. */
    public Answer get(URI url, Secret bearer) {
        var https = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : https ? 443 : 80;
        var host = bare(url.getHost());
        var addresses = resolve(host);
        var address = rules.admitted(host, port, addresses);
        if (address.isEmpty()) {
            return addresses.isEmpty() ? new Answer.Silent() : new Answer.Forbidden();
        }
        var request = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port, address.get().getHostAddress()))
                .setMethod(HttpMethod.GET)
                .setHost(host)
                .setPort(port)
                .setSsl(https)
                .setURI(url.getRawPath())
                .setTimeout(limit.toMillis())
                .putHeader("Accept", "application/json")
                .putHeader("Authorization", "Bearer " + bearer.reveal());
        return wait(https ? secure : plain, request);
    }

    @PreDestroy
    void close() {
        plain.close();
        secure.close();
    }

    private Answer wait(HttpClient client, RequestOptions options) {
        var answer = new CompletableFuture<Answer>();
        client.request(options)
                .compose(request -> request.send())
                .onSuccess(response -> read(response, answer))
                .onFailure(answer::completeExceptionally);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return new Answer.Silent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Silent();
        }
    }

    private static void read(HttpClientResponse response, CompletableFuture<Answer> answer) {
        var body = Buffer.buffer();
        response.exceptionHandler(answer::completeExceptionally)
                .handler(part -> {
                    body.appendBuffer(part);
                    if (body.length() > LARGEST) {
                        answer.complete(new Answer.Silent());
                        response.request().reset();
                    }
                })
                .endHandler(_ -> answer.complete(
                        new Answer.Answered(response.statusCode(), body.toString(StandardCharsets.UTF_8))));
    }

    private static List<InetAddress> resolve(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
