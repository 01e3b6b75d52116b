package org.chuishao.grid.whistle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chuishao.mesh.event.WhistleEvent.WhistleRated;
import org.hibernate.annotations.Immutable;

/** What one side thinks of the other, in marks of 1 to 5. */
@Entity
@Table(name = "whistle_rating")
@Immutable
class RatingRow {

    @Id
    UUID id;

    @Column(name = "whistle_id")
    UUID whistle;

    @Column(name = "by_unit")
    String by;

    @Column(name = "of_unit")
    String of;

    @Column
    int response;

    @Column
    int attitude;

    @Column
    int solution;

    @SuppressWarnings("NullAway.Init")
    protected RatingRow() {}

    static RatingRow of(UUID id, WhistleRated rated) {
        RatingRow row = new RatingRow();
        row.id = id;
        row.whistle = rated.whistle();
        row.by = rated.by();
        row.of = rated.of();
        row.response = rated.response();
        row.attitude = rated.attitude();
        row.solution = rated.solution();
        return row;
    }
}
