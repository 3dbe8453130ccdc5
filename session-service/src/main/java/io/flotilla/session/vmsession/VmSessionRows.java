package io.flotilla.session.vmsession;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of VM sessions. */
@ApplicationScoped
class VmSessionRows implements PanacheRepositoryBase<VmSessionRow, String> {}
