package io.flotilla.session.vmsession;

/** Sees every change of a VM session once it is stored. Must not fail it: it has happened. */
@FunctionalInterface
public interface Witness {
    void changed(VmSession before, VmSession after);
}
