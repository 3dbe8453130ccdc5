package io.flotilla.kit.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings shared by all services; {@code flotilla.foo-bar} is {@code FLOTILLA_FOO_BAR} in the environment. */
@ConfigMapping(prefix = "flotilla")
public interface KitConfig {
    /** This service's name, as its tokens carry it. */
    @WithDefault("${quarkus.application.name}")
    String serviceName();

    /** The secret this service shows auth-service for its own token; without one it can call no other service. */
    Optional<String> serviceSecret();

    /** Stable name of this process among its replicas. */
    @WithDefault("local")
    String node();

    /** Who issues tokens: the {@code iss} that is accepted. */
    @WithDefault("flotilla")
    String issuer();

    /** Addresses (CIDR) whose {@code X-Forwarded-*} headers are believed; nobody's by default. */
    Optional<List<String>> trustedProxies();

    /** Public base URL ({@code https://host}); without it, what the request came to. */
    Optional<URI> publicUrl();

    /** Serves browsers over plain HTTP away from localhost: the cookie is then called {@code flotilla} and is not {@code Secure}. */
    @WithDefault("false")
    boolean plainHttp();

    /** Ends the process when its standard input ends: no orphan outlives a killed launcher. */
    @WithDefault("false")
    boolean exitWithParent();

    /** The {@code Content-Security-Policy} of answers that set none themselves. */
    @WithDefault("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
    String contentSecurityPolicy();

    /** Origins whose pages may call with a bearer token ({@code https://host[:port]}, exactly); nobody's by default. */
    Optional<List<String>> corsOrigins();

    /** Which ways of signing in are open, by name; custom ones are named too. */
    @WithDefault("anonymous,password,basic")
    List<String> authenticators();

    Auth auth();

    Limits limits();

    Exchange exchange();

    Revocation revocation();

    Facts facts();

    /** Where tokens come from. */
    interface Auth {
        /** Internal base URL of auth-service. */
        @WithDefault("http://127.0.0.1:8081")
        URI url();

        /** How long one call to it may take. */
        @WithDefault("3s")
        Duration timeout();

        /** Public keys are fetched again this long after the last time. */
        @WithDefault("10m")
        Duration keysMaxAge();

        /** Keys that could not be refreshed for this long count as unknown. */
        @WithDefault("1h")
        Duration keysUsableFor();

        /** Strange key ids and failures make us ask for keys at most this often. */
        @WithDefault("5s")
        Duration keysMinInterval();
    }

    /** Calls a minute ({@code contracts/limits.md}); 0 switches a class off. */
    interface Limits {
        @WithDefault("5")
        int signIn();

        @WithDefault("60")
        int signInPerAddress();

        @WithDefault("30")
        int writes();

        @WithDefault("100")
        int csrf();

        @WithDefault("200")
        int info();
    }

    /** The cache of exchanged cookies and API keys. */
    interface Exchange {
        @WithDefault("10000")
        int maxEntries();

        /** How long a refusal is remembered. */
        @WithDefault("5s")
        Duration rememberRefusals();
    }

    /** How fast revocations are heard of. */
    interface Revocation {
        /** How often the list is read, whatever the channel says. */
        @WithDefault("500ms")
        Duration poll();

        /** A list older than this vouches for nobody any more. */
        @WithDefault("5s")
        Duration staleAfter();
    }

    /** Streams of facts. */
    interface Facts {
        /** About how many entries a stream keeps. */
        @WithDefault("10000")
        int keep();

        /** A fact taken but not done for this long is handed to somebody else. */
        @WithDefault("30s")
        Duration reclaimAfter();
    }
}
