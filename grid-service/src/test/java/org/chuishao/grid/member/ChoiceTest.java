package org.chuishao.grid.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private static final Candidate A = holder("A", "1");
    private static final Candidate B = holder("B", "2");
    private static final Candidate C = holder("C", "3");

    @Test
    void whoHasTheFewestOpenAssignmentsIsChosen() {
        Holder chosen = chosen(Map.of("A", 4L, "B", 1L, "C", 2L), A, B, C);
        assertThat(chosen.workerId()).isEqualTo("B");
        assertThat(chosen.reason()).isEqualTo("the fewest open assignments (1) of 3 holders");
    }

    @Test
    void amongEqualsTheTicketsIdDraws() {
        assertThat(chosen(Map.of(), B, A, C).reason()).isEqualTo("drawn by the ticket's id among 3 holders");
        Holder chosen = chosen(Map.of("A", 9L), A, C, B);
        assertThat(chosen.workerId()).isEqualTo("B");
        assertThat(chosen.reason()).isEqualTo("drawn by the ticket's id among the 2 least busy of 3 holders");
    }

    @Test
    void aReworkComesBackToWhoKnowsIt() {
        Holder chosen = new Choice(Map.of("C", 30L))
                .of(List.of(A, B, C), Set.of("C", "X"))
                .orElseThrow();
        assertThat(chosen.workerId()).isEqualTo("C");
        assertThat(chosen.reason()).isEqualTo("has had the ticket before, of 3 holders");
    }

    @Test
    void aCrowdIsSpread() {
        Choice choice = new Choice(Map.of("A", 2L));
        Map<String, Integer> given = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            given.merge(choice.of(List.of(A, B, C), Set.of()).orElseThrow().workerId(), 1, Integer::sum);
        }
        assertThat(given).containsEntry("A", 2).containsEntry("B", 4).containsEntry("C", 4);
    }

    @Test
    void forTheAbsentHisStandInThenTheBackupThenTheChief() {
        Candidate away = away("A", null);
        Candidate backup = candidate("K", MemberRole.FULL_TIME_WORKER, true, true, false, null);
        Candidate chief = candidate("Z", MemberRole.GRID_CHIEF, false, false, false, null);
        assertThat(chosen(Map.of(), away("A", "S"), backup, chief).workerId()).isEqualTo("S");
        assertThat(chosen(Map.of(), away("A", "S"), backup).reason()).isEqualTo("the holder is absent, S stands in");
        assertThat(chosen(Map.of(), away, backup, chief).reason()).isEqualTo("the holder is absent, the backup has it");
        assertThat(chosen(Map.of(), away, chief).reason()).isEqualTo("the holder is absent, the 网格长 stands in");
        assertThat(chosen(Map.of(), backup, chief).reason()).isEqualTo("the role is vacant, the backup holds it");
        assertThat(new Choice(Map.of()).of(List.of(away), Set.of())).isEmpty();
    }

    @Test
    void whoIsThereIsAskedBeforeTheStandInOfWhoIsNot() {
        assertThat(chosen(Map.of("B", 50L), away("A", "S"), B).workerId()).isEqualTo("B");
    }

    private static Holder chosen(Map<String, Long> load, Candidate... candidates) {
        return new Choice(load).of(List.of(candidates), Set.of()).orElseThrow();
    }

    private static Candidate holder(String worker, String draw) {
        return new Candidate(
                "G", worker, MemberRole.FULL_TIME_WORKER, "U", true, false, false, null, null, false, draw);
    }

    private static Candidate away(String worker, @Nullable String standIn) {
        return candidate(worker, MemberRole.FULL_TIME_WORKER, true, false, true, standIn);
    }

    private static Candidate candidate(
            String worker, MemberRole role, boolean asked, boolean backup, boolean absent, @Nullable String standIn) {
        return new Candidate("G", worker, role, "U", asked, backup, absent, standIn, standIn, false, worker);
    }
}
