package org.chuishao.grid.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.clock.CountAgain;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.jspecify.annotations.Nullable;

/** A rule as the API takes it: set once for its Idempotency-Key, and in force here when it is answered. */
@ApplicationScoped
class SetRuleCalls {

    private final SetRule rules;
    private final LoadRulebook load;
    private final CountAgain again;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    SetRuleCalls(SetRule rules, LoadRulebook load, CountAgain again, CurrentScope current, ObjectMapper mapper) {
        this.rules = rules;
        this.load = load;
        this.again = again;
        this.current = current;
        this.mapper = mapper;
    }

    Uni<Response> set(
            String path, @Nullable String key, Object body, BiFunction<List<ClockRule>, LocalDate, Setting> decide) {
        return rules.set(decide, IdempotentCall.of(current.get().subject(), path, key, body, mapper))
                .call(load::refresh)
                .call(again::now)
                .map(Reply::response);
    }
}
