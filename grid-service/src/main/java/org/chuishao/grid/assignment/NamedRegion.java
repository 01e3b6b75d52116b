package org.chuishao.grid.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What people call a region, as the register has it. */
@Entity
@Table(name = "region")
@Immutable
class NamedRegion {

    @Id
    String code;

    @Column
    String name;

    @Column
    boolean synthetic;

    @SuppressWarnings("NullAway.Init")
    protected NamedRegion() {}
}
