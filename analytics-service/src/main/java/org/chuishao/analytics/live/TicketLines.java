package org.chuishao.analytics.live;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chuishao.analytics.facts.Present;
import org.chuishao.analytics.word.EventWord;
import org.chuishao.analytics.word.Hidden;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Writes a line for each event of the log that people follow; of reports and secret tickets no more than where and what. */
@ApplicationScoped
class TicketLines implements LogEffect {

    /** What is older comes of a log that is read anew, and nobody follows that; phones without a network are a day late. */
    private static final Duration OLDEST = Duration.ofDays(1);

    private final LiveLines lines;

    TicketLines(LiveLines lines) {
        this.lines = lines;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        JsonArray rows = new JsonArray();
        Instant since = transaction.now().minus(OLDEST);
        events.stream()
                .filter(read -> EventWord.isShown(read.event().type())
                        && read.event().at().isAfter(since))
                .forEach(read -> rows.add(row(read)));
        return lines.write(transaction.sql(), rows).chain(() -> lines.hush(transaction.sql(), Hidden.turned(events)));
    }

    static JsonObject row(ReadEvent read) {
        TicketState ticket = read.after();
        JsonObject row = new JsonObject()
                .put("at", read.event().at().toString())
                .put("warning", false)
                .put("region", ticket.region())
                .put("units", new JsonArray(Present.units(ticket)))
                .put("type", read.event().type().shortName())
                .put("state", ticket.state().name())
                .put("late", !read.applied());
        return Hidden.is(ticket)
                ? row
                : row.put("subject", read.event().ticket().toString())
                        .put("number", ticket.number())
                        .put("category", ticket.category());
    }
}
