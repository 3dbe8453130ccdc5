package io.flotilla.session.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of entries. */
@ApplicationScoped
class AuditRows implements PanacheRepositoryBase<AuditRow, String> {}
