package io.flotilla.session.platform;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What a user chose among their connections, as PostgreSQL holds it: one row a user. */
@Entity
@Table(name = "platform_choice")
class PlatformChoiceRow {
    @Id
    String userId = "";

    @Nullable
    String defaultId;

    @Nullable
    String activeId;
}
