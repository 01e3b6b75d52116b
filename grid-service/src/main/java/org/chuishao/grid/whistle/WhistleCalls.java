package org.chuishao.grid.whistle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chuishao.grid.whistle.HandleWhistle.Taken;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.jspecify.annotations.Nullable;

/** A step as the API takes it: done once for its Idempotency-Key, and answered as it was the first time. */
@ApplicationScoped
class WhistleCalls {

    private final HandleWhistle handle;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    WhistleCalls(HandleWhistle handle, CurrentScope current, ObjectMapper mapper) {
        this.handle = handle;
        this.current = current;
        this.mapper = mapper;
    }

    Uni<Response> once(UUID whistle, String step, @Nullable String key, Object body, Taken taken) {
        String path = WhistleResource.PATH + "/" + whistle + "/" + step;
        IdempotentCall call = IdempotentCall.of(current.get().subject(), path, key, body, mapper);
        return handle.handle(whistle, taken, call).map(Reply::response);
    }
}
