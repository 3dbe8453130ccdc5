package io.flotilla.gateway.usersession;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CallerCheck;
import io.flotilla.kit.secret.Secret;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReceptionTest {
    @ParameterizedTest
    @MethodSource("checks")
    void whoIsKnownMayListenAndAllOthersLearnWhetherToAskAgain(CallerCheck check, Identity expected) {
        assertThat(new Reception(saying(check, new CallerCheck.Unknown("not asked")))
                        .identify(new Proof.Cookie(Secret.of("c"), "Firefox")))
                .isEqualTo(expected);
        assertThat(new Reception(saying(new CallerCheck.Unknown("not asked"), check))
                        .identify(new Proof.Ticket(Secret.of("t"))))
                .isEqualTo(expected);
    }

    static Stream<Arguments> checks() {
        var ada = new Identity.Known(new Visitor("u-ada", "s-1"));
        var nobody = new Identity.Refused(CloseCode.UNAUTHORIZED);
        return Stream.of(
                Arguments.of(known("user"), ada),
                Arguments.of(known("anonymous"), ada),
                Arguments.of(known("pending"), nobody),
                Arguments.of(new CallerCheck.Known(new Caller.Nobody()), nobody),
                Arguments.of(new CallerCheck.Known(new Caller.Service("session-service", null)), nobody),
                Arguments.of(new CallerCheck.Refused("SESSION_REQUIRED"), nobody),
                Arguments.of(new CallerCheck.Refused("SESSION_EXPIRED"), new Identity.Refused(CloseCode.SESSION_OVER)),
                Arguments.of(new CallerCheck.Limited(7), new Identity.Unknown()),
                Arguments.of(new CallerCheck.Unknown("away"), new Identity.Unknown()));
    }

    @Test
    void whoShowsNothingIsNobody() {
        var reception = new Reception(saying(known("user"), known("user")));

        assertThat(reception.identify(new Proof.None())).isEqualTo(new Identity.Refused(CloseCode.UNAUTHORIZED));
    }

    @Test
    void aProofIsNotPrinted() {
        assertThat(new Proof.Cookie(Secret.of("precious"), "Firefox").toString())
                .doesNotContain("precious");
        assertThat(new Proof.Ticket(Secret.of("precious")).toString()).doesNotContain("precious");
    }

    private static CallerCheck known(String role) {
        return new CallerCheck.Known(new Caller.User("u-ada", "s-1", "g", Set.of(role), null, null, true));
    }

    private static Credentials saying(CallerCheck toCookies, CallerCheck toTickets) {
        return new Credentials() {
            @Override
            public CallerCheck byCookie(Secret cookie, @Nullable String userAgent) {
                return toCookies;
            }

            @Override
            public CallerCheck byTicket(Secret ticket) {
                return toTickets;
            }
        };
    }
}
