package org.chuishao.grid.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chuishao.grid.mediation.Mediation.Phase;
import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.Test;

class MediationTest {

    private static final List<UnaryOperator<Mediation>> STEPS = List.of(
            Mediation::meet,
            Mediation::agree,
            Mediation::fail,
            Mediation::kept,
            it -> it.broken(true),
            it -> it.broken(false));

    /** What each step makes of a mediation whose parties have met: session, agreed, failed, kept, again, sent on. */
    private static final String TABLE = """
            MEDIATING  MEDIATING AGREED REFERRED - - -            sessions outcome
            AGREED     - - - KEPT MEDIATING REFERRED              revisits
            KEPT       - - - - - -
            REFERRED   - - - - - -
            """;

    @Test
    void everyStepInEveryPhaseDoesWhatTheTableSays() {
        String found = Arrays.stream(Phase.values())
                .map(phase -> "%-10s %s".formatted(phase, outcomes(new Mediation(phase, true))))
                .collect(Collectors.joining("\n"));
        assertThat(found.lines().map(it -> it.replaceAll("\\s+", " ").strip()))
                .containsExactlyElementsOf(TABLE.lines()
                        .map(it -> it.replaceAll("\\s+", " ").strip())
                        .toList());
    }

    @Test
    void whoHasNotMetHasAgreedToNothingAndMayHaveFailed() {
        assertThatThrownBy(() -> Mediation.opened().agree()).hasMessageContaining("not met");
        assertThat(Mediation.opened().fail().phase()).isEqualTo(Phase.REFERRED);
        assertThat(Mediation.opened().meet().agree().phase()).isEqualTo(Phase.AGREED);
    }

    @Test
    void whatIsTalkedOverAgainNeedsANewSession() {
        Mediation again = Mediation.opened().meet().agree().broken(true);
        assertThat(again).isEqualTo(Mediation.opened());
        assertThatThrownBy(again::agree).hasMessageContaining("not met");
    }

    private static String outcomes(Mediation mediation) {
        String after = STEPS.stream().map(step -> after(mediation, step)).collect(Collectors.joining(" "));
        return after + " " + String.join(" ", mediation.allowed());
    }

    private static String after(Mediation mediation, UnaryOperator<Mediation> step) {
        try {
            return step.apply(mediation).phase().name();
        } catch (Problem no) {
            assertThat(no.status()).isEqualTo(409);
            return "-";
        }
    }
}
