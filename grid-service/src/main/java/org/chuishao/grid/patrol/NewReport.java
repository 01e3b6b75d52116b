package org.chuishao.grid.patrol;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.chuishao.grid.assignment.References;
import org.chuishao.grid.location.Point;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param grid where the worker works
 * @param place where in it, in words
 * @param solvedOnSpot it is settled already, and only to be reviewed (小事不出网格)
 */
record NewReport(
        @NotNull @Pattern(regexp = "[0-9]{15}", message = "must be the code of a grid, 15 digits")
        String grid,

        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 10_000) String content,
        @Nullable @Size(max = 500) String place,
        @Nullable @Valid Point position,

        @Nullable @Size(max = 50)
        List<@NotNull @Pattern(regexp = References.PATTERN, message = References.RULE) String> evidence,

        @NotNull Boolean solvedOnSpot) {}
