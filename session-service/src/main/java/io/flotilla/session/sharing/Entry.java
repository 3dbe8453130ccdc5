package io.flotilla.session.sharing;

import io.flotilla.kit.secret.Secret;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.VmSession;

/** What lets one participant in: the live session, their stay in it, and a fresh token for the media socket. */
public record Entry(VmSession session, Participant participant, String vmId, Secret token) {}
