package org.chuishao.routing.figures;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How tickets are dispatched: by themselves or by hand, and how long that takes. */
@Path("/api/v1/dispatch-queue/figures")
@RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ANALYST, Roles.AUDITOR, Roles.OPS})
@Tag(name = "dispatch")
class FigureResource {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_DAYS = 31;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final Dispatches dispatches;
    private final CurrentScope scope;
    private final Clock clock;

    FigureResource(Dispatches dispatches, CurrentScope scope, Clock clock) {
        this.dispatches = dispatches;
        this.scope = scope;
        this.clock = clock;
    }

    /** A region beyond the scope is none; one that holds the scope is answered with the part in scope. */
    @GET
    @Operation(
            summary = "Dispatches by themselves and by hand, and what the human step takes in seconds, of at most "
                    + LONGEST_DAYS + " days",
            description = "The goal is that at most one in twenty needs a dispatcher's hand.")
    public Uni<DispatchFigures> figures(
            @Parameter(description = "Division code; all that lies in it and in the caller's scope")
                    @QueryParam("region")
                    @DefaultValue(RegionCode.PROVINCE)
                    String region,
            @Parameter(description = "A day such as 2026-11-23, 7 days where nothing is said")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The last day, today where nothing is said") @QueryParam("to") @Nullable
                    String to) {
        requireSeen(region);
        LocalDate last = to == null ? clock.instant().atZone(CHINA).toLocalDate() : day("to", to);
        LocalDate first = from == null ? last.minusDays(6) : day("from", from);
        if (first.isAfter(last) || !first.plusDays(LONGEST_DAYS).isAfter(last)) {
            throw Problem.invalid("from", "must be at most " + LONGEST_DAYS + " days up to to");
        }
        return dispatches.figures(region, first, last);
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw Problem.invalid(field, "must be a day such as 2026-11-23");
    }

    private void requireSeen(String region) {
        if (RegionCode.level(region).isEmpty() || !region.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Problem.invalid("region", "must be a division code of 2, 4, 6, 9, 12 or 15 digits");
        }
        if (scope.get().regions().stream().noneMatch(own -> own.startsWith(region) || region.startsWith(own))) {
            throw Problem.notFound("region");
        }
    }
}
