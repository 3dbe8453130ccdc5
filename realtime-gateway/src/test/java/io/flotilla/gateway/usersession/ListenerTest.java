package io.flotilla.gateway.usersession;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.media.FakeOutlet;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.usersession.UserSessionEvent.SessionChanged;
import io.flotilla.gateway.usersession.UserSessionEvent.SessionEnded;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private final FakeOutlet outlet = new FakeOutlet();
    private final List<Runnable> later = new ArrayList<>();
    private final Listener listener = new Listener(
            new Visitor("u-ada", "s-1"), outlet, 100, later::add, new EventMetrics(new SimpleMeterRegistry()));

    @Test
    void helloComesFirstAndEventsInTheirOrder() {
        listener.hear(new SessionChanged("u-ada", "s-0"));
        listener.hello();
        listener.hear(new SessionChanged("u-ada", "s-1"));
        listener.hear(new SessionEnded("u-ada", "s-2", "displaced"));

        assertThat(outlet.types()).containsExactly("hello", "session_changed", "session_ended");
        assertThat(outlet.texts.getFirst().getString("session_id")).isEqualTo("s-1");
        assertThat(outlet.texts.getFirst().getString("user_id")).isEqualTo("u-ada");
        assertThat(outlet.closed).as("another session ended").isNull();
    }

    @Test
    void theEndOfItsOwnSessionIsTheLastItHears() {
        listener.hello();
        listener.hear(new SessionEnded("u-ada", "s-1", "signed-out"));
        listener.hear(new SessionChanged("u-ada", "s-2"));

        assertThat(outlet.types()).containsExactly("hello", "session_ended");
        assertThat(outlet.closed).isEqualTo(CloseCode.SESSION_OVER);
    }

    @Test
    void aRevocationWaitsAMomentForItsReason() {
        listener.hello();
        listener.sessionOver();
        assertThat(outlet.closed).isNull();
        listener.hear(new SessionEnded("u-ada", "s-1", "displaced"));
        later.forEach(Runnable::run);

        assertThat(outlet.types()).containsExactly("hello", "session_ended");
        assertThat(outlet.texts.getLast().getString("reason")).isEqualTo("displaced");
        assertThat(outlet.closed).isEqualTo(CloseCode.SESSION_OVER);
    }

    @Test
    void aRevocationWhoseReasonNobodySaysEndsItAllTheSame() {
        listener.hello();
        listener.sessionOver();
        later.forEach(Runnable::run);

        assertThat(outlet.texts.getLast().getString("reason")).isEqualTo("revoked");
        assertThat(outlet.closed).isEqualTo(CloseCode.SESSION_OVER);
    }

    @Test
    void whoDoesNotReadIsClosed() {
        listener.hello();
        outlet.stuck = 100;
        listener.hear(new SessionChanged("u-ada", "s-1"));
        assertThat(outlet.closed).isNull();

        outlet.stuck = 101;
        listener.hear(new SessionChanged("u-ada", "s-1"));

        assertThat(outlet.closed).isEqualTo(CloseCode.SLOW);
    }

    @Test
    void onlyTheUsersOwnListenersAreFound() {
        var listeners = new Listeners();
        listeners.add(listener);

        assertThat(listeners.of("u-ada")).containsExactly(listener);
        assertThat(listeners.of("u-eve")).isEmpty();
        assertThat(listeners.all()).containsExactly(listener);

        listeners.remove(listener);
        assertThat(listeners.of("u-ada")).isEmpty();
        assertThat(listeners.all()).isEmpty();
    }
}
