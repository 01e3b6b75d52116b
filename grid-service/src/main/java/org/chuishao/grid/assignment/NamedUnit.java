package org.chuishao.grid.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What people call a unit, as the register has it. */
@Entity
@Table(name = "unit")
@Immutable
class NamedUnit {

    @Id
    String id;

    @Column
    String name;

    @Column
    boolean synthetic;

    @SuppressWarnings("NullAway.Init")
    protected NamedUnit() {}
}
