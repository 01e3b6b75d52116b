package org.chuishao.grid.assignment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chuishao.grid.assignment.HandleAssignment.Act;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.jspecify.annotations.Nullable;

/** An act as the API takes it: done once for its Idempotency-Key, and answered as it was the first time. */
@ApplicationScoped
class ActCalls {

    private final HandleAssignment handle;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    ActCalls(HandleAssignment handle, CurrentScope current, ObjectMapper mapper) {
        this.handle = handle;
        this.current = current;
        this.mapper = mapper;
    }

    /** An act that the state allows only once: without a key the second is refused all the same. */
    Uni<Response> once(String name, @Nullable String key, Object body, Act act) {
        IdempotentCall call = key == null ? null : call(act.assignment(), name, key, body);
        return handle.handle(act, call).map(Reply::response);
    }

    /** An act that may be done again, so that only the key tells a repetition from a second one. */
    Uni<Response> each(String name, @Nullable String key, Object body, Act act) {
        return handle.handle(act, call(act.assignment(), name, key, body)).map(Reply::response);
    }

    IdempotentCall call(UUID assignment, String name, @Nullable String key, Object body) {
        String path = "/api/v1/assignments/" + assignment + "/" + name;
        return IdempotentCall.of(current.get().subject(), path, key, body, mapper);
    }
}
