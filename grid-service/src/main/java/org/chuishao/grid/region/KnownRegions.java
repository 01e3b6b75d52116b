package org.chuishao.grid.region;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.chuishao.mesh.problem.Problem;

/** Holds a code that somebody gave against the register, in the command's own transaction. */
public final class KnownRegions {

    private static final String KNOWN = "select exists (select from region where code = ?1)";

    private KnownRegions() {}

    /** @return as failure {@link Problem} 400 naming the field where there is no such region */
    public static Uni<Void> require(String region, String field) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, Boolean.class)
                        .setParameter(1, region)
                        .getSingleResult())
                .invoke(known -> {
                    if (!known) {
                        throw Problem.invalid(field, "is unknown");
                    }
                })
                .replaceWithVoid();
    }
}
