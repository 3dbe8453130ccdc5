package io.flotilla.gateway.media;

import io.flotilla.gateway.protocol.Format;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the broker has to know of all who watch through this node.
 *
 * @param layers whether somebody is slow
 * @param formats what those who look need, by the rule of the contract
 */
record Audience(int count, boolean layers, Set<Format> formats) {
    Audience {
        formats = Set.copyOf(formats);
    }

    /**
     * One viewer's part in it.
     *
     * @param formats null while it has not said yet: it takes whatever comes
     */
    record Member(boolean slow, boolean visible, @Nullable Set<Format> formats) {
        boolean decodesStream() {
            return formats == null || formats.contains(Format.H264) || formats.contains(Format.VP8);
        }

        boolean lacksH264() {
            return formats != null && !formats.contains(Format.H264);
        }
    }

    static Audience nobody() {
        return new Audience(0, false, Set.of());
    }

    static Audience of(Collection<Member> members) {
        var needed = EnumSet.noneOf(Format.class);
        var looking = members.stream().filter(Member::visible).toList();
        if (looking.stream().anyMatch(m -> !m.decodesStream() && has(m, Format.JPEG))) {
            needed.add(Format.JPEG);
        }
        var streaming = looking.stream().filter(Member::decodesStream).toList();
        if (!streaming.isEmpty()) {
            needed.add(streaming.stream().anyMatch(Member::lacksH264) ? Format.VP8 : Format.H264);
        }
        return new Audience(members.size(), members.stream().anyMatch(Member::slow), needed);
    }

    private static boolean has(Member member, Format format) {
        return member.formats() != null && member.formats().contains(format);
    }
}
