package io.flotilla.auth.login;

import io.flotilla.auth.refresh.RefreshTokens;
import io.flotilla.auth.signin.EndReason;
import io.flotilla.auth.signin.EndSessions;
import io.flotilla.auth.signin.SessionLives;
import io.flotilla.auth.signin.Visit;
import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.kit.csrf.SignIn;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Map;

/** Signing out: of this session, or of all of them. */
@Path("/api/auth")
@RunOnVirtualThread
public class LogoutResource {
    private final CurrentCaller caller;
    private final SessionLives sessions;
    private final EndSessions endings;
    private final RefreshTokens refreshTokens;
    private final Visit visit;
    private final AuditEntries entries;
    private final AuditTrail audit;
    private final InstantSource clock;

    LogoutResource(
            CurrentCaller caller,
            SessionLives sessions,
            EndSessions endings,
            RefreshTokens refreshTokens,
            Visit visit,
            AuditEntries entries,
            AuditTrail audit,
            InstantSource clock) {
        this.caller = caller;
        this.sessions = sessions;
        this.endings = endings;
        this.refreshTokens = refreshTokens;
        this.visit = visit;
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whoever has no session (any more) is signed out already. */
    @POST
    @Path("/logout")
    @SignIn
    public Response logout() {
        if (!(caller.get() instanceof Caller.User user)) {
            return done(visit.forgettingCookie());
        }
        refuseApiClient(user);
        var _ = refreshTokens.kill(user.sessionId(), clock.instant());
        var cookie = sessions.end(user.sessionId(), EndReason.SIGNED_OUT);
        record("signed-out", user);
        return done(cookie.reveal());
    }

    @POST
    @Path("/logout-all")
    public Response logoutAll() {
        var user = caller.user();
        refuseApiClient(user);
        endings.all(user.userId(), EndReason.SIGNED_OUT_EVERYWHERE);
        record("signed-out-everywhere", user);
        return done(visit.forgettingCookie());
    }

    private void record(String type, Caller.User user) {
        audit.record(entries.of(type)
                .by(user.userId(), null)
                .inSession(user.sessionId())
                .from(visit.address()));
    }

    private static void refuseApiClient(Caller.User user) {
        if (user.roles().contains("api")) {
            throw LoginProblems.noSession().asException();
        }
    }

    private static Response done(String cookie) {
        return Response.ok(Map.of("success", true)).header("Set-Cookie", cookie).build();
    }
}
