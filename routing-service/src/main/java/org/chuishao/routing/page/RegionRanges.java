package org.chuishao.routing.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/**
 * A scope as a condition whose ranges find their index; row security asks the same again, row by row.
 *
 * @param values of its parameters, in their order
 */
public record RegionRanges(String condition, List<String> values) {

    /**
     * @param mark of a parameter, before its number
     * @param first number of the first parameter
     */
    public static RegionRanges of(Collection<String> regions, String column, char mark, int first) {
        List<String> values = new ArrayList<>();
        StringJoiner ranges = new StringJoiner(" or ", "(", ")").setEmptyValue("false");
        for (String region : regions) {
            int at = first + values.size();
            ranges.add("%1$s >= %2$c%3$d and %1$s < %2$c%4$d".formatted(column, mark, at, at + 1));
            values.add(region);
            values.add(region + ":");
        }
        return new RegionRanges(ranges.toString(), List.copyOf(values));
    }
}
