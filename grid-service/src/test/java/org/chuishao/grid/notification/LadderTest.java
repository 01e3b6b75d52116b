package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chuishao.grid.notification.Ladder.Step;
import org.chuishao.mesh.calendar.Hours;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.Severity;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    private static final Hours OFFICE = Hours.parse("08:30-17:30");
    private static final Rung HOLDER = Rung.worker(Addressee.HOLDER, "U-1", "FULL_TIME_WORKER", "W-1");
    private static final Rung BACKUP = Rung.worker(Addressee.BACKUP, "U-1", "FULL_TIME_WORKER", "W-2");
    private static final Rung DESK = Rung.desk(Addressee.DESK, "U-1", null);
    private static final Rung ABOVE = Rung.desk(Addressee.ABOVE, "U-0", null);
    private static final List<Channel> ALL = List.of(Channel.PUSH, Channel.SMS, Channel.VOICE);
    private static final List<TellingRule> RULES = List.of(
            rule(Severity.CRITICAL, Addressee.HOLDER, "", ALL, true),
            rule(Severity.CRITICAL, Addressee.BACKUP, "", ALL, true),
            rule(Severity.CRITICAL, Addressee.DESK, "", List.of(Channel.VOICE), true),
            rule(Severity.CRITICAL, Addressee.ABOVE, "", List.of(Channel.VOICE), true),
            rule(Severity.CRITICAL, Addressee.HOLDER, "2102", List.of(Channel.VOICE), true),
            rule(Severity.URGENT, Addressee.HOLDER, "", List.of(Channel.PUSH, Channel.SMS), false),
            rule(Severity.URGENT, Addressee.DESK, "", List.of(Channel.PUSH), false));

    @Test
    void aDangerGoesFromWayToWayAndThenFromOneToTheNext() {
        assertThat(way(ladder(Severity.CRITICAL, HOLDER, BACKUP, DESK, ABOVE)))
                .containsExactly(
                        "W-1 PUSH",
                        "W-1 SMS",
                        "W-1 VOICE",
                        "W-2 PUSH",
                        "W-2 SMS",
                        "W-2 VOICE",
                        "U-1 VOICE",
                        "U-0 VOICE");
    }

    @Test
    void whereThereIsNoBackupTheDeskIsNext() {
        assertThat(way(ladder(Severity.CRITICAL, HOLDER, DESK)))
                .containsExactly("W-1 PUSH", "W-1 SMS", "W-1 VOICE", "U-1 VOICE");
    }

    @Test
    void whereTheWorkerIsAwayItBeginsWithTheNext() {
        assertThat(way(ladder(Severity.CRITICAL, BACKUP, DESK))).startsWith("W-2 PUSH");
        assertThat(way(ladder(Severity.CRITICAL, DESK))).containsExactly("U-1 VOICE");
    }

    @Test
    void whatDoesNotClimbStaysWithWhoHasIt() {
        assertThat(way(ladder(Severity.URGENT, HOLDER, BACKUP, DESK))).containsExactly("W-1 PUSH", "W-1 SMS");
    }

    @Test
    void whatNobodyIsToldOfByAnyRuleIsNotTold() {
        assertThat(ladder(Severity.SUGGESTION, HOLDER, DESK).first()).isEmpty();
    }

    @Test
    void theRuleOfTheSmallestRegionHolds() {
        Ladder there = new Ladder(List.of(HOLDER, DESK), RULES, Severity.CRITICAL, "210202001001");
        assertThat(way(there)).containsExactly("W-1 VOICE", "U-1 VOICE");
    }

    @Test
    void aDeskThatIsNotMannedIsPassedByInADangerUnlessNoneIs() {
        Rung closed = Rung.desk(Addressee.DESK, "U-1", OFFICE);
        Rung closedAbove = Rung.desk(Addressee.ABOVE, "U-0", OFFICE);
        assertThat(way(Ladder.at(NIGHT, List.of(closed, ABOVE), RULES, Severity.CRITICAL, "21")))
                .containsExactly("U-0 VOICE");
        assertThat(way(Ladder.at(NIGHT, List.of(closed, closedAbove), RULES, Severity.CRITICAL, "21")))
                .containsExactly("U-1 VOICE", "U-0 VOICE");
    }

    @Test
    void whoIsAwaySinceTheFirstStepIsFollowedByTheNext() {
        Ladder now = ladder(Severity.CRITICAL, BACKUP, DESK);
        assertThat(now.after(Addressee.HOLDER, Channel.PUSH).map(LadderTest::text))
                .contains("W-2 PUSH");
    }

    private static Ladder ladder(Severity severity, Rung... rungs) {
        return new Ladder(List.of(rungs), RULES, severity, "2101");
    }

    private static TellingRule rule(
            Severity severity, Addressee whom, String region, List<Channel> channels, boolean climbs) {
        return new TellingRule(severity, whom, region, channels, 60, climbs, null);
    }

    private static List<String> way(Ladder ladder) {
        List<String> way = new ArrayList<>();
        Optional<Step> step = ladder.first();
        while (step.isPresent()) {
            way.add(text(step.get()));
            step = ladder.after(step.get().rung().as(), step.get().channel());
        }
        return way;
    }

    private static String text(Step step) {
        String worker = step.rung().worker();
        return (worker == null ? step.rung().unit() : worker) + " " + step.channel();
    }
}
