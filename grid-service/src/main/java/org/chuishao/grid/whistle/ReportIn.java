package org.chuishao.grid.whistle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import org.chuishao.grid.whistle.Bodies.Arrival;
import org.chuishao.grid.whistle.KindRule.Proof;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.WhistleEvent.DepartmentArrived;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A department reports in (部门报到), and how it is known. */
@ApplicationScoped
class ReportIn {

    private static final double EARTH_METRES = 6_371_000;

    private final Words words;

    ReportIn(Words words) {
        this.words = words;
    }

    Outcome take(Arrival body, Sheet sheet, Scope by, Instant now) {
        boolean own = sheet.isCalled(by);
        CallRow call = own ? sheet.own(by) : sheet.call("department", body.department());
        Proof proof = proof(body, own);
        Whistle after = sheet.whistle().arrive(call.department, proof, Boolean.TRUE.equals(body.leader()));
        String said = checked(proof, body, sheet, by);
        Sealed who = words.sealOrNull(body.who());
        call.arrivedAt = now;
        call.signedAt = call.signedAt == null ? now : call.signedAt;
        call.proof = said;
        call.came = who == null ? null : who.value();
        String instead = own && !call.department.equals(by.unit()) ? by.unit() : null;
        return Outcome.of(after, new DepartmentArrived(sheet.row().id, call.department, said, instead))
                .stopping(call.id, Act.WHISTLE_SIGN, Act.WHISTLE_CONTACT, Act.WHISTLE_ARRIVE, Act.WHISTLE_ABSENT);
    }

    private static Proof proof(Arrival body, boolean own) {
        if (!own) {
            return Proof.TOWN;
        }
        if (body.position() == null && body.code() == null) {
            throw Problem.invalid("position", "is needed, or else the code that is shown on site");
        }
        return body.code() == null ? Proof.POSITION : Proof.CODE;
    }

    private String checked(Proof proof, Arrival body, Sheet sheet, Scope by) {
        return switch (proof) {
            case TOWN -> {
                if (sheet.post(by).rank() != Rank.TOWN_DESK) {
                    throw Problem.forbidden(
                            "A department reports in itself, or the town's desk says that it is there.");
                }
                yield "TOWN";
            }
            case CODE -> {
                String shown = words.whole(sheet.row().code);
                if (shown == null
                        || body.code() == null
                        || !shown.equals(body.code().toUpperCase(Locale.ROOT))) {
                    throw Problem.unprocessable("code", "is not the one that is shown on site");
                }
                yield "CODE";
            }
            case POSITION -> {
                long metres = metres(sheet.row(), body);
                if (metres > sheet.rule().fenceMetres()) {
                    throw Problem.unprocessable(
                            "position",
                            "is " + metres + " m from the site, and has to be within "
                                    + sheet.rule().fenceMetres());
                }
                yield "POSITION:" + metres + "m";
            }
        };
    }

    private static long metres(WhistleRow site, Arrival body) {
        if (body.position() == null || site.longitude == null || site.latitude == null) {
            throw Problem.unprocessable("position", "proves nothing where the site's is not known: give the code");
        }
        return Math.round(metres(site.longitude, site.latitude, body.position().converted()));
    }

    private static double metres(@Nullable Double longitude, @Nullable Double latitude, Position there) {
        double fromLng = longitude == null ? 0 : longitude;
        double fromLat = latitude == null ? 0 : latitude;
        double east = Math.toRadians(there.longitude() - fromLng)
                * Math.cos(Math.toRadians((there.latitude() + fromLat) / 2));
        double north = Math.toRadians(there.latitude() - fromLat);
        return EARTH_METRES * Math.hypot(east, north);
    }
}
