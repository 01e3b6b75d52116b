package org.chuishao.mesh.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.function.Supplier;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Does a creating request once, however often it is sent: the key is taken in the command's own (Panache) transaction,
 * and a repetition gets the first one's reply. The same key with another body is a mistake of the client's (422).
 */
@ApplicationScoped
public class Idempotency {

    private static final String TAKE = "select body_hash, status, location, reply from take_call(?1, ?2, ?3, ?4)";
    private static final String ANSWER = "select answer_call(?1, ?2, ?3, ?4, cast(?5 as text), cast(?6 as text))";

    /**
     * @param json the body; free of personal data, since it is kept
     * @param again it was done before, and is answered as it was then
     */
    public record Reply(int status, @Nullable String location, String json, boolean again) {

        private static final int CREATED = 201;

        public Reply(int status, @Nullable String location, String json) {
            this(status, location, json, false);
        }

        /** As HTTP has it, with a whole address in Location. */
        public Response response() {
            Response.ResponseBuilder response = Response.status(status)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(json);
            return location == null
                    ? response.build()
                    : response.location(URI.create(location)).build();
        }

        public static Reply created(@Nullable String location, Object body, ObjectMapper mapper) {
            try {
                return new Reply(CREATED, location, mapper.writeValueAsString(body));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a reply cannot be written", e);
            }
        }
    }

    /** Runs the work unless this call was answered before. A failure of the work gives the key back with the rollback. */
    public Uni<Reply> once(IdempotentCall call, Supplier<Uni<Reply>> work) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, Object[].class)
                        .setParameter(1, call.client())
                        .setParameter(2, call.path())
                        .setParameter(3, call.key())
                        .setParameter(4, call.bodyHash())
                        .getResultList())
                .chain(known -> known.isEmpty()
                        ? work.get().call(reply -> answer(call, reply))
                        : Uni.createFrom().item(() -> reply(call, known.get(0))));
    }

    private static Reply reply(IdempotentCall call, Object[] row) {
        return reply(call, (byte[]) row[0], ((Number) row[1]).intValue(), (String) row[2], (String) row[3]);
    }

    /** What a repetition of a known call is answered. */
    public static Reply reply(
            IdempotentCall call, byte[] bodyHash, int status, @Nullable String location, String json) {
        if (!Arrays.equals(call.bodyHash(), bodyHash)) {
            throw Problem.unprocessable(
                    IdempotentCall.HEADER, "was used before with another body; send a new key with a new request");
        }
        return new Reply(status, location, json, true);
    }

    private static Uni<Boolean> answer(IdempotentCall call, Reply reply) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ANSWER, Boolean.class)
                .setParameter(1, call.client())
                .setParameter(2, call.path())
                .setParameter(3, call.key())
                .setParameter(4, (short) reply.status())
                .setParameter(5, reply.location())
                .setParameter(6, reply.json())
                .getSingleResult());
    }
}
