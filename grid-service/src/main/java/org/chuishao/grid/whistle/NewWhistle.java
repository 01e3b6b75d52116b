package org.chuishao.grid.whistle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.grid.site.SiteCode;
import org.chuishao.grid.whistle.Bodies.Blow;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** The rows of a whistle that was just blown. */
final class NewWhistle {

    private NewWhistle() {}

    /** @param point longitude and latitude of the region; empty where it has none */
    static WhistleRow of(
            Blow wanted, About about, String region, Whistle blown, List<Double> point, Sealer sealer, Instant now) {
        WhistleRow row = new WhistleRow();
        row.id = Ids.next();
        row.ticket = about.ticket();
        row.number = about.state().number();
        row.kind = wanted.kind();
        row.region = region;
        row.severity = severity(about, blown);
        row.danger = blown.danger();
        row.blowerRank = blown.blower().rank();
        row.blowerUnit = Objects.requireNonNull(blown.blower().unit());
        row.blowerWorker = blown.blower().worker();
        row.seenBy = new String[] {row.blowerUnit};
        if (blown.sounds()) {
            row.showToCalled(blown.calls().keySet());
        }
        row.matter = sealer.seal(wanted.matter()).value();
        row.code = sealer.seal(SiteCode.make()).value();
        site(row, wanted, point);
        row.quorum = blown.quorum();
        row.reportInBy = reportInBy(wanted, now);
        row.blownAt = now;
        row.soundedAt = blown.sounds() ? now : null;
        row.confirmedAt = blown.confirmed() == null ? null : now;
        return row;
    }

    static CallRow call(UUID whistle, int place, Unit department) {
        return CallRow.of(Ids.next(), whistle, place, Call.of(department.id()), department.line());
    }

    /** A ticket that was just opened has no level yet. */
    private static Severity severity(About about, Whistle blown) {
        Severity known = about.state().severity();
        return known != null ? known : blown.danger() ? Severity.CRITICAL : Severity.ORDINARY;
    }

    private static void site(WhistleRow row, Blow wanted, List<Double> point) {
        if (wanted.site() != null) {
            Position site = wanted.site().converted();
            row.longitude = site.longitude();
            row.latitude = site.latitude();
        } else if (!point.isEmpty()) {
            row.longitude = point.get(0);
            row.latitude = point.get(1);
        }
    }

    private static @Nullable Instant reportInBy(Blow wanted, Instant now) {
        if (wanted.reportInBy() == null) {
            return null;
        }
        Instant agreed = wanted.reportInBy().toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (!agreed.isAfter(now)) {
            throw Problem.invalid("reportInBy", "must be after " + now);
        }
        return agreed;
    }
}
