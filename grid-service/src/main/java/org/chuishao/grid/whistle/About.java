package org.chuishao.grid.whistle;

import java.util.UUID;
import org.chuishao.mesh.fold.TicketState;

/** The ticket that a whistle is about, as it stands under its lock. */
record About(UUID ticket, TicketState state) {}
