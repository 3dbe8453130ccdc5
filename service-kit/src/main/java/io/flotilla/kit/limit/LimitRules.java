package io.flotilla.kit.limit;

import java.util.Optional;

/** A service's table of which of its routes count as what. Pure: the same answer for the same call. */
public interface LimitRules {
    /** The class of a call, or empty for one that is not counted; the path is absolute, without query. */
    Optional<LimitClass> of(String method, String path);
}
