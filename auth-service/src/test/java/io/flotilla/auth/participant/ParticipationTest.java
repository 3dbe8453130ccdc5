package io.flotilla.auth.participant;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.token.Token;
import org.junit.jupiter.api.Test;

class ParticipationTest {
    @Test
    void aWholeOneIsAToken() {
        assertThat(new Participation("u", "p", "v", "s", "viewer", "Ada", "sid").check())
                .isEqualTo(new Participation.Right(new Token.Participant("u", "p", "v", "s", "viewer", "Ada", "sid")));
        assertThat(new Participation("u", "p", "v", "s", "viewer", "Ada", null).check())
                .isInstanceOf(Participation.Right.class);
    }

    @Test
    void oddOnesNameTheirField() {
        assertThat(new Participation(" ", "p", "v", "s", "viewer", "Ada", null).check())
                .isEqualTo(new Participation.Wrong("userId"));
        assertThat(new Participation("u", "x".repeat(129), "v", "s", "viewer", "Ada", null).check())
                .isEqualTo(new Participation.Wrong("participantId"));
        assertThat(new Participation("u", "p", "v", "s", "admin", "Ada", null).check())
                .isEqualTo(new Participation.Wrong("role"));
        assertThat(new Participation("u", "p", "v", "s", "viewer", "x".repeat(65), null).check())
                .isEqualTo(new Participation.Wrong("name"));
        assertThat(new Participation("u", "p", "v", "s", "viewer", "Ada", "").check())
                .isEqualTo(new Participation.Wrong("sid"));
    }
}
