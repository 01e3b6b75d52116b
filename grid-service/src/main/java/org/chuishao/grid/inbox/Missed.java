package org.chuishao.grid.inbox;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.grid.page.Conditions;
import org.chuishao.mesh.scope.Scope;

/**
 * Asks for the notices that a scope covers, between two marks. What the scope is made of is asked for one by one, each by an
 * index of its own and no more than are wanted: a stream that comes back looks at its own notices and not at all of a day.
 */
final class Missed {

    private static final String BETWEEN = " and seq > $1 and seq <= $2";
    /** Where he works now; and that what he had was given to another. */
    private static final String HIS =
            " and (phase = 'REASSIGNED' or coalesce(grid, region) = any (coalesce((select places_of(%s)), '{}')))";

    private static final String ASSIGNED = "kind = 'ASSIGNMENT' and units[1] = %s::text";

    /** Those of one department are few, and whoever asked for them in order might be given all whistles of the day. */
    private static final String CALLED = "(with called as materialized (select seq from inbox_notice"
            + " where kind = 'WHISTLE' and units @> array[%s::text]::varchar[]) select seq from called where true"
            + BETWEEN
            + " order by seq limit $3)";

    /** How many digits have an index, from the smallest region on. */
    private static final List<Integer> INDEXED = List.of(12, 9, 6, 4);

    private Missed() {}

    /** @param values takes the values in the order of the statement; the first in order come first */
    static String sql(Conditions values, Scope scope, Mark after, Mark upTo, int most) {
        values.place(after.number());
        values.place(upTo.number());
        values.place(most);
        List<String> ways = new ArrayList<>();
        if (scope.worker() != null) {
            String worker = values.place(scope.worker()) + "::text";
            ways.add(way("worker = " + worker + HIS.formatted(worker)));
        }
        if (scope.unit() != null) {
            String unit = values.place(scope.unit());
            ways.add(way(ASSIGNED.formatted(unit)));
            ways.add(CALLED.formatted(unit));
        }
        scope.regions().forEach(code -> ways.add(region(values, code)));
        String mine = ways.isEmpty() ? "select 0 where false" : String.join(" union all ", ways);
        return Notices.COLUMNS + " where n.seq = any (array(" + mine + ")) order by n.seq limit $3";
    }

    /** By rows, so that no other index will do: the planner thinks that little lies between any two marks. */
    private static String region(Conditions values, String code) {
        for (int digits : INDEXED) {
            if (digits <= code.length()) {
                String part = "left(region, " + digits + ")";
                String of = values.place(code.substring(0, digits)) + "::text";
                String between = "(" + part + ", seq) > (" + of + ", $1) and (" + part + ", seq) <= (" + of + ", $2)";
                String within = digits == code.length() ? "" : " and " + within(values, code);
                return "(select seq from inbox_notice where " + between + within + " order by " + part
                        + ", seq limit $3)";
            }
        }
        return way(within(values, code));
    }

    private static String within(Conditions values, String code) {
        return "starts_with(region, " + values.place(code) + "::text)";
    }

    private static String way(String condition) {
        return "(select seq from inbox_notice where " + condition + BETWEEN + " order by seq limit $3)";
    }
}
