package io.flotilla.vmbroker.input;

import io.flotilla.vmbroker.browser.Act;
import java.util.ArrayList;
import java.util.List;

/** Leaves out moves that a later move of the same author has made stale; everything else stays, in its order. */
public final class Merging {
    private Merging() {}

    public static List<Act> withoutStaleMoves(List<Act> acts) {
        var kept = new ArrayList<Act>(acts.size());
        for (var act : acts) {
            var last = kept.isEmpty() ? null : kept.getLast();
            if (last != null && isMove(act) && isMove(last) && act.by().equals(last.by())) {
                kept.set(kept.size() - 1, act);
            } else {
                kept.add(act);
            }
        }
        return kept;
    }

    private static boolean isMove(Act act) {
        return act instanceof Act.Pointer pointer && pointer.action() == Act.PointerAction.MOVE;
    }
}
