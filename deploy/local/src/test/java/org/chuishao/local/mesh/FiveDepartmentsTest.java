package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.local.mesh.CalledIn.SITE;
import static org.chuishao.local.mesh.CalledIn.department;
import static org.chuishao.local.mesh.CalledIn.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.Bearer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A community whistles five departments in, on Monday 2026-03-02 at nine: two come in time, one late, one objects and is
 * upheld, one never comes, and day after day its absence goes up to the county, the city and the province.
 */
@Timeout(900)
class FiveDepartmentsTest {

    private static final String TOWN = "210102001";
    private static final String COMMUNITY = TOWN + "003";
    private static final String GAS = "U-GAS-CO-210102";
    private static final String HEATING = "U-HEATING-210102";
    private static final String LATE = "U-POWER-CO-210102";
    private static final String WRONG = "U-WATER-CO-210102";
    private static final String ABSENT = "U-PUBLIC_SECURITY-210102";
    private static final Bearer BLOWER = desk(COMMUNITY);
    private static final Bearer ADJUDICATOR = Bearer.of(Roles.ADJUDICATOR).regions("210102");
    private static final Map<String, ?> NOTHING = Map.of();
    private static final Map<String, Object> COMPLAINT = Map.of(
            "channel", "WEB",
            "kind", "REPORT",
            "title", "楼道堆物占用消防通道",
            "content", "楼道里堆满杂物",
            "caller", Map.of("name", "张三", "phone", "13812341234"),
            "place", Map.of("text", "小区", "region", COMMUNITY));

    @Test
    void twoComeOneIsLateOneIsReleasedAndTheLastGoesUpToTheProvince() throws IOException, InterruptedException {
        try (TemporaryMesh mesh = TemporaryMesh.start(SharedMesh.PROJECT, 1)) {
            MeshTime time = new MeshTime(mesh);
            time.set("2026-03-02 09:00");
            CalledIn whistle = blown(mesh);
            firstDay(whistle, time);
            absent(whistle, time);
            closed(whistle, time);
        }
    }

    private static CalledIn blown(TemporaryMesh mesh) throws InterruptedException {
        Walk ticket = new Walk(mesh, COMPLAINT)
                .intake(Roles.AGENT, "acceptances", NOTHING)
                .stands("PENDING_DISPATCH")
                .dispatched("U-TERR-" + COMMUNITY)
                .stands("PENDING_SIGN");
        return new CalledIn(
                mesh,
                ticket.id(),
                BLOWER,
                CalledIn.blow(ticket.id(), "COORDINATION", List.of(GAS, HEATING, LATE, WRONG, ABSENT)));
    }

    /** The town stands behind it; two sign within the hour, one objects, two are not heard of. */
    private static void firstDay(CalledIn whistle, MeshTime time) throws InterruptedException {
        whistle.step(desk(TOWN), "confirmations", Map.of("confirmed", true));
        for (String prompt : List.of(GAS, HEATING)) {
            whistle.step(department(prompt), "signatures", NOTHING);
        }
        whistle.step(department(WRONG), "objections", Map.of("improper", "OUTSIDE_DUTY", "ground", "不涉及供水"))
                .refused(403, BLOWER, "objections/" + WRONG + "/decision", upheld())
                .step(ADJUDICATOR, "objections/" + WRONG + "/decision", upheld())
                .stands(BLOWER, WRONG, "RELEASED", 0);
        time.set("2026-03-02 10:01");
        whistle.told("ticket.escalated", 2).step(department(LATE), "signatures", NOTHING);
        time.set("2026-03-03 14:00");
        for (String prompt : List.of(GAS, HEATING)) {
            whistle.step(department(prompt), "arrivals", Map.of("position", SITE))
                    .stands(BLOWER, prompt, "ON_SITE", 0);
        }
    }

    private static Map<String, ?> upheld() {
        return Map.of("upheld", true, "reason", "不属其职责");
    }

    /** Three working days are over on Thursday at nine; from there it is one level a working day. */
    private static void absent(CalledIn whistle, MeshTime time) throws InterruptedException {
        time.set("2026-03-05 08:59");
        whistle.told("ticket.supervised", 0);
        time.set("2026-03-05 09:01");
        whistle.stands(BLOWER, LATE, "SIGNED", 1).stands(BLOWER, ABSENT, "CALLED", 1);
        whistle.step(department(LATE), "arrivals", Map.of("position", SITE)).stands(BLOWER, LATE, "ON_SITE", 1);
        assertThat(whistle.seenBy(department("U-PUBLIC_SECURITY-2101"))).isFalse();
        time.set("2026-03-06 09:02");
        whistle.stands(BLOWER, ABSENT, "CALLED", 2).told("ticket.supervised", 3);
        assertThat(whistle.seenBy(department("U-PUBLIC_SECURITY-2101"))).isTrue();
        time.set("2026-03-09 09:03");
        whistle.stands(department("U-PUBLIC_SECURITY-21"), ABSENT, "CALLED", 3);
        // one for each level; the ticket's own limit runs out the same morning, and may be supervised as well
        whistle.toldAtLeast("ticket.supervised", 4);
    }

    private static void closed(CalledIn whistle, MeshTime time) throws InterruptedException {
        for (String present : List.of(GAS, HEATING, LATE)) {
            whistle.step(
                            BLOWER,
                            "shares",
                            Map.of("department", present, "share", "各自清理", "until", MeshTime.text("2026-03-10 17:00")))
                    .step(department(present), "results", Map.of("text", "已清理"));
        }
        time.set("2026-03-10 10:00");
        whistle.refused(403, department(GAS), "closure", Map.of("outcome", "已处置"))
                .step(BLOWER, "closure", Map.of("outcome", "已处置"))
                .told("whistle.closed", 1);
        assertThat(whistle.phase(BLOWER)).isEqualTo("CLOSED");
    }
}
