package org.chuishao.grid.rules;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.chuishao.mesh.calendar.CalendarYear;
import org.chuishao.mesh.clock.CountAgain;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The working days and hours that limits are counted by. */
@Path("/api/v1/calendars")
@Tag(name = "clocks")
class CalendarResource {

    private final Rulebook rulebook;
    private final LoadRulebook load;
    private final CalendarYears years;
    private final CountAgain again;
    private final CurrentScope current;

    CalendarResource(
            Rulebook rulebook, LoadRulebook load, CalendarYears years, CountAgain again, CurrentScope current) {
        this.rulebook = rulebook;
        this.load = load;
        this.again = again;
        this.years = years;
        this.current = current;
    }

    /** A year's holiday notice. */
    record Notice(
            @Schema(minimum = "2020", maximum = "2100", required = true)
            int year,

            @Schema(description = "Days off: days or ranges, 2027-02-05 or 2027-02-05..2027-02-11") @NotNull
            List<String> off,

            @Schema(description = "Weekend days that are worked (调休)") @NotNull
            List<String> work,

            @Schema(description = "The notice's title or number", minLength = 1, maxLength = 200) @NotNull
            String source) {}

    /** A calendar year in force. */
    record YearView(int year, List<LocalDate> off, List<LocalDate> work, String source) {

        static YearView of(CalendarYear year) {
            return new YearView(
                    year.year(),
                    year.off().stream().sorted().toList(),
                    year.work().stream().sorted().toList(),
                    year.source());
        }
    }

    /** The calendar in force. */
    record CalendarView(String version, String zone, List<String> hours, List<YearView> items) {}

    @GET
    @RolesAllowed({Roles.OPS, Roles.SUPERVISOR, Roles.DUTY_DESK, Roles.UNIT, Roles.GRID_WORKER, Roles.AUDITOR})
    @Operation(summary = "The calendar in force: working hours, and the years whose holidays are known")
    public CalendarView calendar() {
        var calendar = rulebook.calendar();
        return new CalendarView(
                calendar.version(),
                calendar.zone().getId(),
                calendar.hours().stream()
                        .map(shift -> shift.from() + "-" + shift.to())
                        .toList(),
                calendar.years().values().stream()
                        .sorted(Comparator.comparingInt(CalendarYear::year))
                        .map(YearView::of)
                        .toList());
    }

    @POST
    @RolesAllowed(Roles.OPS)
    @Operation(
            summary = "Load a year's holidays, or load them anew",
            description =
                    "Deadlines that reach into the year, and rest on an earlier notice of it or on none (provisional), are"
                            + " counted again at once here and within a minute elsewhere; what each was before is kept, with"
                            + " the reason. The same notice once more changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Loaded; the calendar as it is now in force",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CalendarView.class)))
    @APIResponse(responseCode = "400", description = "A day is of another year, both off and worked, or no day")
    public Uni<Response> load(@Valid @NotNull Notice notice) {
        CalendarYear year = year(notice);
        var scope = current.get();
        return years.load(year, scope.role(), scope.actor().id())
                .chain(load::refresh)
                .chain(again::now)
                .map(done -> Response.status(Response.Status.CREATED)
                        .entity(calendar())
                        .build());
    }

    private static CalendarYear year(Notice notice) {
        if (notice.source().isBlank() || notice.source().length() > 200) {
            throw Problem.invalid("source", "must have 1 to 200 characters");
        }
        Terms.requireNoPerson(notice.source());
        if (notice.year() < 2020 || notice.year() > 2100) {
            throw Problem.invalid("year", "must be from 2020 to 2100");
        }
        try {
            return CalendarYear.of(notice.year(), notice.off(), notice.work(), notice.source());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("off", String.valueOf(e.getMessage()));
        }
    }
}
