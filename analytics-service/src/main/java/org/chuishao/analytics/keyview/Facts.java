package org.chuishao.analytics.keyview;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.load.LongReads;

/** Asks the facts in the caller's scope. */
@ApplicationScoped
class Facts {

    private final LongReads reads;

    Facts(LongReads reads) {
        this.reads = reads;
    }

    Uni<List<Row>> rows(String statement, Tuple values) {
        return reads.rows(statement, values);
    }

    /** $1 to $3: begin, end, region. */
    static Tuple of(Period period, String region) {
        return Tuple.tuple()
                .addOffsetDateTime(period.begin().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(period.end().atOffset(ZoneOffset.UTC))
                .addString(region);
    }
}
