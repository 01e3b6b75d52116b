package org.chuishao.bench.warnings.log;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Taxonomy;

/** A complaint as an agent and the dispatch catalogue put it. */
final class Orders {

    private static final Set<String> COMPANIES = Set.of("HEATING", "POWER", "GAS", "WATER");
    private static final int COUNTY = 6;

    private final Taxonomy tree;
    private final Seals seals;

    Orders(Taxonomy tree, Seals seals) {
        this.tree = tree;
        this.seals = seals;
    }

    TicketReceived received(Complaint complaint) {
        Place place = new Place(seals.sealer().seal(complaint.community()), complaint.community(), null, null, null);
        return new TicketReceived(
                "B-" + complaint.ticket().toString().substring(0, 18),
                Channel.PHONE,
                category(complaint).map(Category::kind).orElse(Kind.HELP),
                seals.sealer().seal(complaint.title()),
                seals.sealer().seal(complaint.body()),
                null,
                seals.callers().of(complaint.phone()),
                place,
                null,
                false,
                null);
    }

    TicketClassified classified(Complaint complaint) {
        return new TicketClassified(
                severity(complaint), complaint.category(), 0.95, "bench-1", complaint.community(), List.of());
    }

    TicketDispatched dispatched(Complaint complaint) {
        return new TicketDispatched(
                unit(complaint),
                List.of(),
                List.of(),
                complaint.community(),
                severity(complaint),
                complaint.category(),
                Mode.AUTO,
                "bench",
                null);
    }

    /** Whose it is: the company's of the line, the line's authority, or else the community's. */
    String unit(Complaint complaint) {
        String county = complaint.community().substring(0, COUNTY);
        return category(complaint)
                .map(Category::line)
                .map(line -> COMPANIES.contains(line) ? "U-" + line + "-CO-" + county : "U-" + line + "-" + county)
                .orElse("U-TERR-" + complaint.community());
    }

    Sealed result() {
        return seals.sealer().seal("已到现场处理，并告知来电人。");
    }

    private Severity severity(Complaint complaint) {
        return category(complaint).map(Category::severity).orElse(Severity.ORDINARY);
    }

    private Optional<Category> category(Complaint complaint) {
        return tree.category(complaint.category());
    }
}
