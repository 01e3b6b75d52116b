package org.chuishao.grid.whistle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.assignment.References;
import org.chuishao.grid.location.Point;
import org.chuishao.grid.site.SiteCode;
import org.chuishao.mesh.event.WhistleEvent.Improper;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.jspecify.annotations.Nullable;

/** What the API takes for each step of a whistle. Words are sealed before they leave. */
final class Bodies {

    static final int LONGEST = 2_000;
    private static final String UNIT = "[A-Za-z0-9_-]{1,100}";

    private Bodies() {}

    /**
     * About a ticket, or with what was found where there is none yet.
     *
     * @param ticket left out where the whistle opens one
     * @param found what the ticket is about that the whistle opens
     * @param region where it is; that of the ticket if it is left out
     * @param danger life is in danger
     * @param quorum how many departments have to report in; all if it is left out
     * @param reportInBy as agreed, for a report-in before the rule's limit
     * @param site where to report in; the region's own point if it is left out
     */
    record Blow(
            @Nullable UUID ticket,
            @Nullable @Valid Found found,
            @NotNull WhistleKind kind,
            @NotBlank @Size(max = LONGEST) String matter,

            @NotNull @Size(min = 1, max = 20) List<@NotNull @Pattern(regexp = UNIT) String> departments,

            @Nullable @Pattern(regexp = "[0-9]{9}|[0-9]{12}|[0-9]{15}", message = "must be a town, community or grid")
            String region,

            @Nullable Boolean danger,
            @Nullable @Min(1) @Max(20) Integer quorum,
            @Nullable OffsetDateTime reportInBy,
            @Nullable @Valid Point site) {}

    /**
     * @param category a code of the dispatch catalogue's; the words say it where it is left out
     * @param place where, in words
     * @param position of the matter; that of the site if it is left out
     */
    record Found(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 10_000) String content,

            @Nullable @Pattern(regexp = "[A-Z_]{1,60}", message = "must be a category's code")
            String category,

            @Nullable @Size(max = 500) String place,
            @Nullable @Valid Point position,

            @Nullable @Size(max = 50)
            List<@NotNull @Pattern(regexp = References.PATTERN, message = References.RULE) String> evidence) {}

    record Confirmation(
            @NotNull Boolean confirmed,
            @Nullable @Size(max = LONGEST) String reason) {}

    /** @param substitute a unit of the department's line that comes for it */
    record Signature(@Nullable @Pattern(regexp = UNIT) String substitute) {}

    /**
     * With a position, or the code that the blower shows on site; without either it is the town's desk that says it of a
     * department.
     *
     * @param who came, for people
     * @param leader a leader of the department is there
     */
    record Arrival(
            @Nullable @Pattern(regexp = UNIT) String department,
            @Nullable @Valid Point position,
            @Nullable @Size(min = 1, max = SiteCode.LONGEST) String code,
            @Nullable @Size(max = 200) String who,
            @Nullable Boolean leader) {}

    record Share(
            @NotNull @Pattern(regexp = UNIT) String department,
            @NotBlank @Size(max = LONGEST) String share,
            @NotNull OffsetDateTime until) {}

    record Words(@NotBlank @Size(max = 10_000) String text) {}

    record Objecting(
            @NotNull Improper improper,
            @NotBlank @Size(max = LONGEST) String ground) {}

    record Decision(
            @NotNull Boolean upheld,
            @NotBlank @Size(max = LONGEST) String reason) {}

    /** @param of the department that the blower rates; left out where a department rates the blower */
    record Rating(
            @Nullable @Pattern(regexp = UNIT) String of,
            @NotNull @Min(1) @Max(5) Integer response,
            @NotNull @Min(1) @Max(5) Integer attitude,
            @NotNull @Min(1) @Max(5) Integer solution) {}
}
