package org.chuishao.grid.whistle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.chuishao.grid.site.Fence;
import org.chuishao.grid.site.SiteCode;
import org.chuishao.grid.whistle.Bodies.Arrival;
import org.chuishao.grid.whistle.KindRule.Proof;
import org.chuishao.grid.words.Words;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.WhistleEvent.DepartmentArrived;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;

/** A department reports in (部门报到), and how it is known. */
@ApplicationScoped
class ReportIn {

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
                if (body.code() == null || !SiteCode.isShown(shown, body.code())) {
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
        Position from = new Position(site.longitude, site.latitude, Crs.CGCS2000);
        return Fence.metres(from, body.position().converted());
    }
}
