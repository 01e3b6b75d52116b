package org.chuishao.grid.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a unit has an assignment or was told of it (抄送); the database keeps it. */
@Entity
@Table(name = "assignment_told")
@IdClass(Told.Key.class)
@Immutable
class Told {

    @Id
    String unit;

    @Id
    @Column(name = "assignment_id")
    UUID assignment;

    record Key(String unit, UUID assignment) {}

    @SuppressWarnings("NullAway.Init")
    protected Told() {}
}
