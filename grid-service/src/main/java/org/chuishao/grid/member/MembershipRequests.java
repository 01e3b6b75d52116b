package org.chuishao.grid.member;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What may be asked for about who works where. */
final class MembershipRequests {

    /** The clocks of two machines differ by so much. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final String GRID = "[0-9]{15}";

    private MembershipRequests() {}

    /**
     * A role in the grid of the path.
     *
     * @param line the industry line that it is held for
     * @param backup stands in where the holder is away
     * @param from left out: from now on
     * @param to left out: until it is ended
     */
    record Begin(
            @NotNull @Size(min = 1, max = 100) String worker,
            @NotNull MemberRole role,
            @Nullable @Size(min = 1, max = 40) String line,
            @Nullable Boolean backup,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to) {}

    /**
     * @param role left out: all roles that he holds there
     * @param at left out: now
     */
    record End(@Nullable MemberRole role, @Nullable OffsetDateTime at) {}

    /**
     * @param from the grid that he leaves
     * @param to the grid that he works in from now on, in the roles that he had
     */
    record Move(
            @NotNull @Pattern(regexp = GRID) String from,
            @NotNull @Pattern(regexp = GRID) String to) {}

    /** @throws Problem 400 naming the field: what was is not written anew */
    static OffsetDateTime notPast(@Nullable OffsetDateTime asked, OffsetDateTime now, String field) {
        if (asked == null || (asked.isBefore(now) && !asked.isBefore(now.minus(SKEW)))) {
            return now;
        }
        if (asked.isBefore(now)) {
            throw Problem.invalid(field, "must not lie in the past");
        }
        return asked;
    }
}
