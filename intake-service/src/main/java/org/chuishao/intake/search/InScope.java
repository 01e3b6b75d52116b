package org.chuishao.intake.search;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.intake.search.Clauses.Condition;
import org.chuishao.mesh.scope.Scope;

/** The scope as conditions that the indexes can answer; row-level security asks the same again, row by row. */
final class InScope {

    private InScope() {}

    static List<Condition> of(Scope scope) {
        List<Condition> some = new ArrayList<>();
        for (String region : scope.regions()) {
            some.add(within(region));
        }
        if (scope.unit() != null) {
            some.add(new Condition("id in (select u.ticket_id from ticket_unit u where u.unit = ?)", scope.unit()));
        }
        if (scope.citizen() != null) {
            some.add(new Condition("caller_hash = ?", scope.citizen()));
        }
        return some;
    }

    /** A region with all that lies in it: the codes that begin with its code, as a range of the index. */
    static Condition within(String region) {
        String behind = region.substring(0, region.length() - 1) + (char) (region.charAt(region.length() - 1) + 1);
        return new Condition("(region >= ? and region < ?)", region, behind);
    }
}
