package org.chuishao.routing.classify;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.routing.learn.Answer.Candidate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tries a text: what would be made of it. Nothing is kept. */
@Path("/api/v1/classifications")
@RolesAllowed({Roles.DISPATCHER, Roles.AGENT, Roles.CALL_CENTRE, Roles.SUPERVISOR, Roles.ANALYST, Roles.OPS})
@Tag(name = "rules")
class ClassificationResource {

    private static final Duration UNTIL_READY = Duration.ofSeconds(5);

    private final Assessors assessors;
    private final Counsel counsel;
    private final Regions regions;

    ClassificationResource(Assessors assessors, Counsel counsel, Regions regions) {
        this.assessors = assessors;
        this.counsel = counsel;
        this.regions = regions;
    }

    record Trial(
            @NotBlank @Size(max = 20_000) String text,
            @Size(max = 200) @Nullable String title,
            @Nullable Kind kind,

            @Pattern(regexp = "[0-9]{2,15}", message = "is not a division code") @Nullable
            String region) {}

    record Place(String region, String name) {}

    record Result(
            Severity severity,
            String category,
            double confidence,
            boolean clear,
            boolean safety,
            String model,
            List<String> evidence,
            boolean personAsked,
            List<Candidate> candidates,
            Place place) {}

    @POST
    @Blocking
    @Operation(summary = "Try a text: what it is about, how urgent, and where. Nothing is kept.")
    public Result classify(@Valid @NotNull Trial trial) {
        if (!assessors.ready()) {
            throw Problem.unavailable(UNTIL_READY);
        }
        String title = trial.title() == null ? "" : trial.title();
        Advised advised = trial.kind() == Kind.REPORT
                ? null
                : counsel.on(title, trial.text(), () -> true).orElse(null);
        Assessment found = assessors
                .get()
                .assess(
                        new Assessor.Words(
                                title,
                                trial.text(),
                                null,
                                trial.kind(),
                                trial.region() == null ? RegionCode.PROVINCE : trial.region(),
                                null),
                        advised);
        return new Result(
                found.severity(),
                found.category(),
                found.confidence(),
                found.clear(),
                found.safety(),
                found.model(),
                found.evidence(),
                found.counselled().personAsked(),
                found.counselled().candidates(),
                new Place(found.region(), regions.nameOf(found.region())));
    }
}
