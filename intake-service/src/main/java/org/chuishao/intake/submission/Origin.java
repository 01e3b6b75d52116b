package org.chuishao.intake.submission;

import java.util.Set;
import org.chuishao.intake.place.Location;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Where a submission belongs by who sent it.
 *
 * @param region the place's, or where none is known the one region of whoever took it in, or a citizen's province
 * @param citizen hash of a citizen who sent it himself; his token says who he is, not the number that he wrote
 */
record Origin(String region, @Nullable String citizen) {

    private static final Set<Channel> OF_A_CITIZEN = Set.of(Channel.WEB, Channel.APP);

    /** @throws Problem 400 or 403 where the token does not allow it */
    static Origin of(Scope by, TicketRequest request) {
        String known = known(request.place());
        if (by.role().equals(Roles.CITIZEN)) {
            return ofCitizen(by, request, known);
        }
        if (by.regions().isEmpty()) {
            throw Problem.forbidden("This token names no region that it may take tickets in for.");
        }
        if (known == null) {
            return new Origin(home(by), null);
        }
        if (by.regions().stream().noneMatch(known::startsWith)) {
            throw Problem.invalid("place.region", "lies outside the regions of this token");
        }
        return new Origin(known, null);
    }

    private static Origin ofCitizen(Scope by, TicketRequest request, @Nullable String known) {
        if (by.citizen() == null) {
            throw Problem.forbidden("This token names no citizen.");
        }
        if (!OF_A_CITIZEN.contains(request.channel())) {
            throw Problem.invalid("channel", "must be WEB or APP for a citizen");
        }
        return new Origin(known == null ? RegionCode.PROVINCE : known, by.citizen());
    }

    private static @Nullable String known(@Nullable Location place) {
        return place == null ? null : place.region();
    }

    /** What lies in none of an agent's regions he would not see himself, so one of several has to be named. */
    private static String home(Scope by) {
        if (by.regions().size() > 1) {
            throw Problem.invalid("place.region", "is needed: this token covers several regions, say which");
        }
        return by.regions().iterator().next();
    }
}
