/**
 * Whether a token opens a VM's socket. Identity comes from the token, the right from the membership read model; an embed token opens its
 * VM as long as it is listed. Knows no sockets and no HTTP; whatever cannot be checked is not let in.
 */
@NullMarked
package io.flotilla.gateway.admission;

import org.jspecify.annotations.NullMarked;
