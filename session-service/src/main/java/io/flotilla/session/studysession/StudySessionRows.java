package io.flotilla.session.studysession;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of study sessions. */
@ApplicationScoped
class StudySessionRows implements PanacheRepositoryBase<StudySessionRow, String> {}
