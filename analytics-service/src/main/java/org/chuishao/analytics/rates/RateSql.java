package org.chuishao.analytics.rates;

/** The two statements of a figure: its groups, and its cases. What is put together here are words of this service's own. */
final class RateSql {

    /** $1 to $10: from, until, region, unit, line, category, kind, channel; the units that have a line, and which. */
    private static final String CASES = """
            select item, at, ticket, number, region, category, kind, channel, caller, excluded, weight, cases,
                   coalesce(unit, 'NONE') as unit, coalesce(line, 'NONE') as line
            from (
            %s) r left join unnest($9::text[], $10::text[]) as l (of_unit, line) on l.of_unit = r.unit
            where region ^@ $3 and ($4::text is null or coalesce(unit, 'NONE') = $4)
                and ($5::text is null or coalesce(line, 'NONE') = $5)
                and ($6::text is null or category = $6 or category ^@ ($6 || '.'))
                and ($7::text is null or kind = $7) and ($8::text is null or channel = $8)
            """;

    /** The group of all comes with the others: a person who stands in two of them is one. */
    private static final String GROUPS = """
            select key, grouping(key) = 1 as whole,
                   coalesce(sum(weight) filter (where not excluded), 0) as numerator,
                   coalesce(sum(cases) filter (where not excluded), 0)::bigint as denominator,
                   coalesce(sum(cases) filter (where excluded), 0)::bigint as excluded,
                   %1$s as persons, %2$s as counted
            from (select *, %3$s as key from (
            %4$s) c) k
            group by grouping sets ((key), ()) order by key limit %5$d
            """;

    private static final String PERSONS = "count(distinct caller) filter (where not excluded)";
    private static final String COUNTED = "count(distinct caller) filter (where not excluded and weight > 0)";
    private static final String NOT_ASKED = "0::bigint";

    /** From $11 and $12 on, by date and case; $13 of them. */
    private static final String LISTED = """
            select item, at, ticket, number, region, category, kind, channel, unit, weight, excluded
            from (
            %1$s) c
            where %2$s and (at, item collate "C") > ($11, $12) order by at, item collate "C" limit $13
            """;

    private RateSql() {}

    static String groups(Figure figure, RateConfig config, String key, int most) {
        boolean persons = figure.aboutPersons();
        return GROUPS.formatted(
                persons ? PERSONS : NOT_ASKED,
                persons ? COUNTED : NOT_ASKED,
                key,
                CASES.formatted(figure.sql(config)),
                most);
    }

    static String listed(Figure figure, RateConfig config, Part part) {
        return LISTED.formatted(CASES.formatted(figure.sql(config)), part.condition());
    }
}
