package io.flotilla.gateway.media;

import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.Format;
import io.flotilla.gateway.protocol.GatewayMessages.Welcome;
import io.flotilla.gateway.protocol.PlayerMessage;
import io.flotilla.gateway.protocol.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connected player as its VM's {@link Stage} sees it. Lives on the stage's loop; only {@link #role} and {@link #mayAct} may be read and set
 * anywhere. */
public final class Viewer {
    /** Past this the socket has long stopped taking anything; nothing of one viewer may grow beyond it. */
    private static final long MOST_PENDING = 4L << 20;

    private final String connectionId;
    private final String participantId;
    private final String name;
    private final Outlet outlet;
    private final ViewerWindow window = new ViewerWindow();
    private final Slowness slowness = new Slowness();

    private volatile Role role;
    private volatile boolean mayAct;
    private @Nullable Set<Format> formats;
    private boolean visible = true;
    private boolean acted;
    private @Nullable MediaMessage heldStill;
    private final Progress progress = new Progress();

    public Viewer(String connectionId, String participantId, String name, Role role, Outlet outlet) {
        this.connectionId = connectionId;
        this.participantId = participantId;
        this.name = name;
        this.role = role;
        this.mayAct = role.mayControl();
        this.outlet = outlet;
    }

    public String participantId() {
        return participantId;
    }

    public Role role() {
        return role;
    }

    /** Whoever loses the role loses control with it; who gains one has to be told of control besides. */
    public void role(Role now) {
        role = now;
        mayAct = mayAct && now.mayControl();
    }

    /** Whether what it does reaches the VM. By its role, until somebody says otherwise. */
    public boolean mayAct() {
        return mayAct;
    }

    /** True when that is news. */
    public boolean mayAct(boolean now) {
        var before = mayAct;
        mayAct = now;
        return before != now;
    }

    void welcome(String vmId, int width, int height) {
        outlet.text(io.flotilla.gateway.protocol.GatewayMessages.welcome(
                new Welcome(connectionId, participantId, name, role, mayAct, vmId, width, height)));
    }

    void text(String json) {
        outlet.text(json);
        checkPending();
    }

    void close(CloseCode code, String reason) {
        outlet.close(code, reason);
    }

    void media(MediaMessage message, long windowBytes, MediaMetrics metrics) {
        if (!isFor(message)) {
            return;
        }
        var verdict = window.on(message, windowBytes);
        if (verdict == ViewerWindow.Verdict.SEND) {
            outlet.media(message.bytes());
            metrics.sent(message.size());
            checkPending();
        } else {
            metrics.leftOut(verdict);
            progress.soundCut |= verdict == ViewerWindow.Verdict.CUT_SOUND;
        }
        hold(message, verdict);
    }

    /** False when the viewer broke the protocol. */
    boolean acked(long total, long windowBytes, long now, MediaMetrics metrics) {
        var before = window.inFlight();
        if (!window.acked(total, windowBytes)) {
            return false;
        }
        if (window.inFlight() < before) {
            progress.acked(now);
        }
        if (heldStill != null && !window.isOver()) {
            media(heldStill, windowBytes, metrics);
        }
        return true;
    }

    void formats(PlayerMessage.Formats said) {
        formats = said.formats();
        visible = said.visible();
        window.visible(visible);
    }

    /** The source of frames was replaced. */
    void startOver() {
        window.startOver();
        heldStill = null;
    }

    boolean wantsKey() {
        return decodesStream() && window.wantsKey();
    }

    boolean needsKey() {
        return decodesStream() && window.needsKey();
    }

    boolean sees() {
        return visible;
    }

    void acts() {
        acted = true;
    }

    boolean hasActed() {
        return acted;
    }

    Audience.Member member() {
        return new Audience.Member(slowness.isSlow(), visible, formats);
    }

    /** Once a second. True when it has taken nothing for too long. */
    boolean isStalled(long windowBytes, long now, long patienceMs) {
        slowness.sample(window.isUnderPressure(windowBytes));
        return progress.isStalled(window.isOver(), outlet, now, patienceMs);
    }

    private boolean isFor(MediaMessage message) {
        return switch (message.kind()) {
            case VIDEO, VIDEO_CONFIG -> decodesStream();
            case STILL -> message.standsAlone() || !decodesStream();
            case AUDIO, AUDIO_CONFIG -> true;
        };
    }

    private boolean decodesStream() {
        return member().decodesStream();
    }

    /** A still that found no room is kept: on a page that does not move no other may follow. */
    private void hold(MediaMessage message, ViewerWindow.Verdict verdict) {
        if (message.kind() == MediaMessage.Kind.STILL) {
            heldStill = verdict == ViewerWindow.Verdict.SKIP_TO_KEY ? message : null;
        } else if (message.kind() == MediaMessage.Kind.VIDEO && verdict == ViewerWindow.Verdict.SEND) {
            heldStill = null;
        }
    }

    private void checkPending() {
        if (outlet.pending() > MOST_PENDING) {
            outlet.close(CloseCode.SLOW, CloseCode.SLOW.reason());
        }
    }

    /** When this viewer last took something. */
    private static final class Progress {
        private long ackAt = Long.MIN_VALUE;
        private long takenAt = Long.MIN_VALUE;
        private long taken;
        private boolean soundCut;

        void acked(long now) {
            ackAt = now;
            soundCut = false;
        }

        boolean isStalled(boolean over, Outlet outlet, long now, long patienceMs) {
            // Once the window is shut only an ack counts: texts still trickle into the kernel of a player that hangs.
            if (ackAt == Long.MIN_VALUE || (!over && !soundCut)) {
                ackAt = now;
            }
            if (takenAt == Long.MIN_VALUE || outlet.pending() == 0 || outlet.taken() != taken) {
                takenAt = now;
                taken = outlet.taken();
            }
            return now - ackAt >= patienceMs || now - takenAt >= patienceMs;
        }
    }
}
