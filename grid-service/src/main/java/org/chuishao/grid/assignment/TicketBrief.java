package org.chuishao.grid.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The matter as it came from the log; texts are sealed. */
@Entity
@Table(name = "ticket_brief")
@Immutable
class TicketBrief {

    @Id
    @Column(name = "ticket_id")
    UUID ticket;

    @Column
    String kind;

    @Column
    String channel;

    @Column
    boolean secret;

    @Column
    String title;

    @Column
    String content;

    @Column
    @Nullable
    String desired;

    @Column
    @Nullable
    String place;

    @Column
    @Nullable
    String region;

    @Column
    @Nullable
    Double longitude;

    @Column
    @Nullable
    Double latitude;

    @Column
    @Nullable
    String crs;

    @Column(name = "happened_at")
    @Nullable
    Instant happenedAt;

    @Column
    String[] supplements;

    @SuppressWarnings("NullAway.Init")
    protected TicketBrief() {}
}
