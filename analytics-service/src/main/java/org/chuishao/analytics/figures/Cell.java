package org.chuishao.analytics.figures;

import java.util.Comparator;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;

/** Where a ticket is counted. In one order, so that two replicas never wait for each other's rows. */
record Cell(String region, String category, State state, String kind) implements Comparable<Cell> {

    static final String UNCLASSIFIED = "UNCLASSIFIED";
    private static final String UNKNOWN = "UNKNOWN";
    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::region)
            .thenComparing(Cell::category)
            .thenComparing(cell -> cell.state().name())
            .thenComparing(Cell::kind);

    static Cell of(TicketState ticket) {
        String category = ticket.category();
        return new Cell(
                ticket.region(),
                category == null ? UNCLASSIFIED : category,
                ticket.state(),
                ticket.kind() == null ? UNKNOWN : ticket.kind().name());
    }

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
