package io.flotilla.session.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of requests. */
@ApplicationScoped
class IdempotencyRows implements PanacheRepositoryBase<IdempotencyRow, IdempotencyRow.Key> {}
