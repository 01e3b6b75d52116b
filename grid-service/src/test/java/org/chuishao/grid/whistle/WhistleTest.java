package org.chuishao.grid.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuishao.grid.whistle.KindRule.ClosesWith;
import org.chuishao.grid.whistle.KindRule.Proof;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.Test;

class WhistleTest {

    private static final Post GRID = new Post(Rank.GRID, "U-TERR-210102001002", "W-1");
    private static final Post COMMUNITY = new Post(Rank.COMMUNITY, "U-TERR-210102001002", null);
    private static final Closing SAFE = new Closing("done", true, null, null);
    private static final String A = "U-A";
    private static final String B = "U-B";

    /** What may be done where a department stands, phase by phase of the whistle. */
    private static final String TABLE = """
            PENDING_CONFIRMATION any       confirmations
            SOUNDED              CALLED    signatures arrivals shares notes objections closure
            SOUNDED              SIGNED    arrivals shares notes objections closure
            SOUNDED              ON_SITE   shares notes closure
            SOUNDED              RELEASED  notes closure
            REFUSED              any
            CLOSED               CALLED    reports ratings
            CLOSED               SIGNED    reports ratings
            CLOSED               ON_SITE   reports ratings
            CLOSED               RELEASED  reports
            """;

    @Test
    void everyPhaseAllowsWhatTheTableSaysAndNothingElse() {
        String found = Arrays.stream(Whistle.Phase.values())
                .flatMap(phase -> phase == Whistle.Phase.PENDING_CONFIRMATION || phase == Whistle.Phase.REFUSED
                        ? Stream.of(line(phase, "any", in(phase, Call.Phase.CALLED)))
                        : Arrays.stream(Call.Phase.values()).map(it -> line(phase, it.name(), in(phase, it))))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(found).isEqualTo(TABLE);
    }

    @Test
    void whoMayBlowAndWhoConfirmsIsTheRules() {
        assertThatThrownBy(() -> Whistle.blow(rule(), new Post(Rank.OTHER, null, null), false, 1, List.of(A)))
                .isInstanceOf(Problem.class)
                .extracting(it -> ((Problem) it).status())
                .isEqualTo(403);
        assertThat(blown(GRID, false).phase()).isEqualTo(Whistle.Phase.PENDING_CONFIRMATION);
        assertThat(blown(GRID, true).phase()).isEqualTo(Whistle.Phase.SOUNDED);
        assertThat(blown(GRID, true).confirmed()).isNull();
        assertThat(blown(COMMUNITY, false).confirmed()).isTrue();
        assertThatThrownBy(() -> blown(GRID, false).confirm(GRID, true)).isInstanceOf(Problem.class);
        assertThat(blown(GRID, false).confirm(COMMUNITY, true).sounds()).isTrue();
        assertThat(blown(GRID, true).confirm(COMMUNITY, false).phase()).isEqualTo(Whistle.Phase.REFUSED);
    }

    @Test
    void onlyTheBlowerClosesAndNotBeforeThoseWhoAreNeededAreThere() {
        Whistle one = blown(GRID, true).sign(A).arrive(A, Proof.CODE, false);
        assertThatThrownBy(() -> one.close(COMMUNITY, SAFE)).hasMessageContaining("Only who has blown it");
        assertThatThrownBy(() -> one.close(GRID, SAFE)).hasMessageContaining("1 of the 2");
        assertThatThrownBy(() -> one.close(GRID, new Closing("done", null, null, null)))
                .extracting(it -> ((Problem) it).errors().get(0).field())
                .isEqualTo("sceneSafe");
        assertThat(one.arrive(B, Proof.POSITION, false).close(GRID, SAFE).phase())
                .isEqualTo(Whistle.Phase.CLOSED);
    }

    @Test
    void whoIsReleasedOrAnsweredForAtTheProvinceIsNotWaitedFor() {
        Whistle one = blown(GRID, true).arrive(A, Proof.CODE, false);
        Whistle objected = one.object(B);
        assertThatThrownBy(() -> objected.close(GRID, SAFE)).hasMessageContaining("objection waits");
        assertThat(objected.decide(B, true).close(GRID, SAFE).phase()).isEqualTo(Whistle.Phase.CLOSED);
        assertThatThrownBy(() -> objected.decide(B, false).close(GRID, SAFE)).hasMessageContaining("1 of the 2");
        assertThatThrownBy(() -> objected.decide(B, false).object(B)).hasMessageContaining("objections");
        Whistle absent = new Whistle(
                one.rule(),
                one.blower(),
                one.phase(),
                true,
                null,
                false,
                2,
                Map.of(A, one.calls().get(A), B, Call.of(B).supervised(Call.HIGHEST)));
        assertThat(absent.close(GRID, SAFE).phase()).isEqualTo(Whistle.Phase.CLOSED);
    }

    @Test
    void aQuorumIsEnough() {
        Whistle whistle = Whistle.blow(rule(), GRID, true, 1, List.of(A, B));
        assertThat(whistle.arrive(B, Proof.CODE, false).close(GRID, SAFE).phase())
                .isEqualTo(Whistle.Phase.CLOSED);
    }

    private static String line(Whistle.Phase phase, String call, Whistle whistle) {
        String allowed = whistle.allowed(A).isEmpty() ? "" : "  " + String.join(" ", whistle.allowed(A));
        return ("%-20s %-8s".formatted(phase, call) + allowed).stripTrailing();
    }

    private static Whistle in(Whistle.Phase phase, Call.Phase call) {
        Call it = new Call(A, call, false, Call.Share.NONE, Call.Objection.NONE, 0);
        boolean pending = phase == Whistle.Phase.PENDING_CONFIRMATION;
        return new Whistle(rule(), GRID, phase, false, pending ? null : true, false, 1, Map.of(A, it));
    }

    private static Whistle blown(Post by, boolean danger) {
        return Whistle.blow(rule(), by, danger, 2, List.of(A, B));
    }

    private static KindRule rule() {
        return new KindRule(
                WhistleKind.EMERGENCY,
                Set.of(Rank.GRID, Rank.COMMUNITY),
                Set.of(Rank.COMMUNITY, Rank.TOWN_DESK),
                true,
                Set.of(Proof.values()),
                500,
                false,
                ClosesWith.SCENE_SAFE,
                false);
    }
}
