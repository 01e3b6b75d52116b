package org.chuishao.grid.whistle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.Sealed;
import org.hibernate.annotations.Immutable;

/** What somebody wrote down on site, or reported after it. */
@Entity
@Table(name = "whistle_note")
@Immutable
class NoteRow {

    @Id
    UUID id;

    @Column(name = "whistle_id")
    UUID whistle;

    @Column(name = "by_unit")
    String by;

    @Column
    String note;

    @Column
    boolean report;

    @Column(name = "noted_at")
    Instant at;

    @SuppressWarnings("NullAway.Init")
    protected NoteRow() {}

    static NoteRow of(UUID id, UUID whistle, String by, Sealed note, boolean report, Instant at) {
        NoteRow row = new NoteRow();
        row.id = id;
        row.whistle = whistle;
        row.by = by;
        row.note = note.value();
        row.report = report;
        row.at = at;
        return row;
    }
}
