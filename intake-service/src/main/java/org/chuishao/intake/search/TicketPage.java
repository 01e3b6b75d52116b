package org.chuishao.intake.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of tickets, newest first; {@code next} asks for the one behind it and is null at the end. */
record TicketPage(
        List<TicketItem> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** @param items one more than the page holds, where there is one */
    static TicketPage of(List<TicketItem> items, int limit) {
        if (items.size() <= limit) {
            return new TicketPage(items, null);
        }
        List<TicketItem> page = items.subList(0, limit);
        return new TicketPage(page, page.get(limit - 1).id().toString());
    }
}
