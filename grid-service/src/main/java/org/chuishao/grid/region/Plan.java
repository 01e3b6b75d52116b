package org.chuishao.grid.region;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chuishao.grid.outline.Outline;
import org.chuishao.grid.outline.OutlineText;
import org.chuishao.grid.outline.OverlapRule;
import org.chuishao.grid.outline.OverlapRule.BaseGrid;
import org.chuishao.grid.region.Redrawing.NewGrid;
import org.chuishao.grid.region.Standing.Grid;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Grids that end at an instant, and those that take their place: one by several, or several by one, of one community and
 * one kind.
 */
record Plan(List<Grid> old, List<Laid> grids, OffsetDateTime at) {

    private static final int COMMUNITY = 12;
    private static final int WITH_KIND = 13;
    private static final char BASE = '1';
    private static final int MOST_DAYS_AHEAD = 366;

    /** A grid that is laid down. @param field its name in the request */
    record Laid(
            String field,
            String code,
            String name,
            @Nullable Integer households,
            @Nullable Outline outline) {}

    /** @throws Problem 400 naming each field, 404 or 409 where an old grid is not in force */
    static Plan of(
            List<String> codes, List<Laid> grids, @Nullable OffsetDateTime from, Standing standing, OverlapRule rule) {
        if (standing.old().size() < codes.size()) {
            throw Problem.notFound("grid");
        }
        if (standing.old().stream().anyMatch(grid -> grid.validTo() != null)) {
            throw Problem.conflict("A grid has ended already, or is about to.");
        }
        Plan plan = new Plan(standing.old(), grids, from == null ? standing.now() : from);
        List<FieldError> errors = new ArrayList<>(plan.wrongTime(standing.now().toInstant()));
        plan.wrongCodes(standing, errors);
        if (errors.isEmpty()) {
            plan.wrongOutlines(standing, rule, errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return plan;
    }

    /** @throws Problem 400 if the outline is none */
    static Laid laid(String field, NewGrid grid) {
        try {
            Outline outline = grid.outline() == null || grid.outline().isNull()
                    ? null
                    : OutlineText.ofGeoJson(grid.outline(), Crs.CGCS2000, grid.code());
            return new Laid(field, grid.code(), grid.name(), grid.households(), outline);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field + ".outline", String.valueOf(e.getMessage()));
        }
    }

    /** What several grids are together, where the request does not say it otherwise. */
    static Laid together(Laid into, List<Grid> old) {
        List<Outline> outlines =
                old.stream().map(Grid::outline).filter(Objects::nonNull).toList();
        Integer households = old.stream().anyMatch(grid -> grid.households() == null)
                ? null
                : Integer.valueOf(old.stream().mapToInt(Grid::households).sum());
        return new Laid(
                into.field(),
                into.code(),
                into.name(),
                into.households() == null ? households : into.households(),
                into.outline() == null && outlines.size() == old.size() && !outlines.isEmpty()
                        ? Outline.union(outlines)
                        : into.outline());
    }

    private List<FieldError> wrongTime(Instant now) {
        Instant from = at.toInstant();
        if (from.isBefore(now)) {
            return List.of(new FieldError("validFrom", "must not lie in the past"));
        }
        if (from.isAfter(now.plusSeconds(MOST_DAYS_AHEAD * 86_400L))) {
            return List.of(new FieldError("validFrom", "must be at most a year ahead"));
        }
        return old.stream().anyMatch(grid -> !from.isAfter(grid.validFrom().toInstant()))
                ? List.of(new FieldError("validFrom", "must lie after the beginning of each old grid"))
                : List.of();
    }

    private void wrongCodes(Standing standing, List<FieldError> errors) {
        String first = old.get(0).code();
        if (old.stream().anyMatch(grid -> !grid.code().startsWith(first.substring(0, WITH_KIND)))) {
            errors.add(new FieldError("codes", "must be of one community and one kind"));
        }
        HashSet<String> seen = new HashSet<>(standing.taken());
        for (Laid grid : grids) {
            if (!grid.code().startsWith(first.substring(0, COMMUNITY))) {
                errors.add(new FieldError(grid.field() + ".code", "must begin with the code of the same community"));
            } else if (grid.code().charAt(COMMUNITY) != first.charAt(COMMUNITY)) {
                errors.add(new FieldError(grid.field() + ".code", "must be of the same kind, in place 13"));
            } else if (!seen.add(grid.code())) {
                errors.add(new FieldError(grid.field() + ".code", "is used already, or was"));
            }
        }
    }

    private void wrongOutlines(Standing standing, OverlapRule rule, List<FieldError> errors) {
        grids.stream()
                .filter(Plan::tooLong)
                .forEach(grid -> errors.add(new FieldError(
                        grid.field() + ".outline",
                        "is needed: together the old ones have more than " + OutlineText.mostPoints(grid.code())
                                + " points")));
        if (!errors.isEmpty() || old.get(0).code().charAt(COMMUNITY) != BASE) {
            return;
        }
        List<BaseGrid> staying = standing.staying().stream()
                .flatMap(grid -> drawn(grid.code(), grid.outline()))
                .toList();
        List<BaseGrid> wanted = grids.stream()
                .flatMap(grid -> drawn(grid.code(), grid.outline()))
                .toList();
        rule.clashes(wanted, staying)
                .forEach(clash -> errors.add(
                        new FieldError(field(clash.code()) + ".outline", "lies across the base grid " + clash.with())));
    }

    /** As the outline of several may be that are none each. */
    private static boolean tooLong(Laid grid) {
        Outline outline = grid.outline();
        return outline != null && outline.points() > OutlineText.mostPoints(grid.code());
    }

    private String field(String code) {
        return grids.stream()
                .filter(grid -> grid.code().equals(code))
                .findFirst()
                .orElseThrow()
                .field();
    }

    private static Stream<BaseGrid> drawn(String code, @Nullable Outline outline) {
        return outline == null ? Stream.empty() : Stream.of(new BaseGrid(code, outline));
    }
}
