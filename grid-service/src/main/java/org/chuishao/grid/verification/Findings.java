package org.chuishao.grid.verification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.assignment.References;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.jspecify.annotations.Nullable;

/** Answers as the API takes them, online or captured before. */
@ApplicationScoped
class Findings {

    private final AnswerVerification answer;
    private final Sealer sealer;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    Findings(AnswerVerification answer, Sealer sealer, CurrentScope current, ObjectMapper mapper) {
        this.answer = answer;
        this.sealer = sealer;
        this.current = current;
        this.mapper = mapper;
    }

    /**
     * What was found.
     *
     * @param confirmed the matter is there as it was told
     * @param region where it is, a grid if it is known
     */
    record Finding(
            @NotNull Boolean confirmed,

            @NotNull
            @Pattern(
                    regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}",
                    message = "must be a division code of 6, 9, 12 or 15 digits")
            String region,

            @Nullable @Size(max = 2_000) String note,

            @Nullable @Size(max = 50)
            List<@NotNull @Pattern(regexp = References.PATTERN, message = References.RULE) String> evidence) {}

    Uni<Reply> answer(UUID ticket, @Nullable String key, Finding body, @Nullable Instant capturedAt) {
        String path = VerificationResource.PATH + "/" + ticket + "/findings";
        IdempotentCall call = IdempotentCall.of(current.get().subject(), path, key, body, mapper);
        Sealed note = body.note() == null || body.note().isBlank() ? null : sealer.seal(body.note());
        PlaceVerified event = new PlaceVerified(
                body.confirmed(), body.region(), note, References.evidence(body.evidence()), capturedAt);
        return answer.answer(call, ticket, event);
    }
}
