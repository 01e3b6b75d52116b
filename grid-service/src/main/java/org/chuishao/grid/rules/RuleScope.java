package org.chuishao.grid.rules;

import java.util.List;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Who may set a rule: a supervisor where he supervises; what holds anywhere is set by those who run the system. */
public final class RuleScope {

    private RuleScope() {}

    /** @param region null where the rule holds anywhere */
    public static void require(Scope scope, @Nullable String region) {
        if (region == null ? !scope.role().equals(Roles.OPS) : !scope.covers(region, List.of(), null)) {
            throw Problem.forbidden("The rule holds beyond the caller's scope.");
        }
    }
}
