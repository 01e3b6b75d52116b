package org.chuishao.analytics.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.reference.Regions;
import org.jspecify.annotations.Nullable;

/** Jobs as rows, and back. */
@ApplicationScoped
class BacktestJson {

    static final String COLUMNS = "id, state, asked::text as asked, asked_at, started_at, ended_at, read, total, cause,"
            + " result::text as result";

    private final ObjectMapper json;
    private final Regions regions;

    BacktestJson(ObjectMapper json, Regions regions) {
        this.json = json;
        this.regions = regions;
    }

    Backtest backtest(Row row) {
        String result = row.getString("result");
        NewBacktest asked = asked(row.getString("asked"));
        return new Backtest(
                row.getUUID("id"),
                BacktestState.valueOf(row.getString("state")),
                asked,
                regions.nameOf(asked.region()),
                China.at(row, "asked_at"),
                China.maybe(row, "started_at"),
                China.maybe(row, "ended_at"),
                row.getLong("read"),
                row.getLong("total"),
                row.getString("cause"),
                result == null ? null : read(result, BacktestResult.class));
    }

    NewBacktest asked(String text) {
        return read(text, NewBacktest.class);
    }

    String written(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a back-test cannot be written", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a back-test cannot be read", e);
        }
    }
}
