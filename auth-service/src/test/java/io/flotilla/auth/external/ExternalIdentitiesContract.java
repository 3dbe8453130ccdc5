package io.flotilla.auth.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every record of external identities promises. */
abstract class ExternalIdentitiesContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String ISSUER = "https://id.example";

    private final String subject = UUID.randomUUID().toString();

    abstract ExternalIdentities identities();

    /** The id of an account that there is. */
    abstract String account();

    @Test
    void whoIsLinkedIsFoundByIssuerAndSubject() {
        var user = account();

        assertThat(identities().userOf(ISSUER, subject)).isEmpty();
        assertThat(identities().link(ISSUER, subject, user, NOW)).isEqualTo(user);

        assertThat(identities().userOf(ISSUER, subject)).contains(user);
        assertThat(identities().userOf("https://other.example", subject)).isEmpty();
        assertThat(identities().userOf(ISSUER, subject + "x")).isEmpty();
    }

    @Test
    void theFirstLinkStays() {
        var first = account();
        identities().link(ISSUER, subject, first, NOW);

        assertThat(identities().link(ISSUER, subject, account(), NOW)).isEqualTo(first);
        assertThat(identities().userOf(ISSUER, subject)).contains(first);
    }

    @Test
    void parallelLinksAgree() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var links = Stream.generate(this::account)
                    .limit(8)
                    .<Callable<String>>map(user -> () -> identities().link(ISSUER, subject, user, NOW))
                    .toList();
            var linked = new HashSet<String>();
            for (var link : threads.invokeAll(links)) {
                linked.add(link.get());
            }

            assertThat(linked).hasSize(1);
            assertThat(identities().userOf(ISSUER, subject))
                    .contains(linked.iterator().next());
        }
    }
}
