package org.chuishao.grid.whistle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A whistle with all that is kept of it, for a command that holds its ticket's lock.
 *
 * @param calls in the order that they were called in
 * @param rated who has rated whom: {@code by>of}
 */
record Sheet(WhistleRow row, List<CallRow> calls, List<String> rated, KindRule rule) {

    Whistle whistle() {
        Map<String, Call> them = new LinkedHashMap<>();
        calls.forEach(it -> them.put(it.department, it.call()));
        return new Whistle(
                rule, row.blower(), row.phase, row.danger, row.confirmed, row.reportedAt != null, row.quorum, them);
    }

    void take(Whistle now) {
        row.phase = now.phase();
        row.confirmed = now.confirmed();
        calls.forEach(it -> it.take(Objects.requireNonNull(now.calls().get(it.department)), now.sounds()));
    }

    Post post(Scope scope) {
        return Post.of(scope, row.region);
    }

    /** @throws Problem 400 naming the field where no such department is called */
    CallRow call(String field, @Nullable String department) {
        return calls.stream()
                .filter(it -> it.department.equals(department))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(field, "must be one of the departments that are called"));
    }

    /** The call that the caller's unit answers, itself or for the department. */
    CallRow own(Scope scope) {
        return calls.stream()
                .filter(it -> it.isOf(scope.unit()))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("This is for a department that is called."));
    }

    boolean isCalled(Scope scope) {
        return calls.stream().anyMatch(it -> it.isOf(scope.unit()));
    }

    boolean hasRated(String by, String of) {
        return rated.contains(by + ">" + of);
    }
}
