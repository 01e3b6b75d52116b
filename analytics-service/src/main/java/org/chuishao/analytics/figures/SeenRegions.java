package org.chuishao.analytics.figures;

import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;

/** Whether the caller may ask about a region. */
@ApplicationScoped
public class SeenRegions {

    private final CurrentScope current;

    SeenRegions(CurrentScope current) {
        this.current = current;
    }

    /**
     * A region beyond the scope is none; one that holds the scope is answered with the part in scope. A unit may name any:
     * it is answered with what is its own.
     *
     * @throws Problem 400 where it is no division code, 404 where it is beyond the scope
     */
    public void require(String region) {
        requireCode("region", region);
        Scope scope = current.get();
        boolean seen = scope.regions().stream().anyMatch(own -> own.startsWith(region) || region.startsWith(own));
        if (!seen && scope.unit() == null) {
            throw Problem.notFound("region");
        }
    }

    /**
     * The whole of a region has to lie in the scope: for who says something of it, not only looks.
     *
     * @param field that names it
     * @throws Problem 400 where it is no division code, 404 where it or a part of it is beyond the scope
     */
    public void requireWhole(String field, String region) {
        requireCode(field, region);
        if (current.get().regions().stream().noneMatch(region::startsWith)) {
            throw Problem.notFound("region");
        }
    }

    private static void requireCode(String field, String region) {
        if (RegionCode.level(region).isEmpty() || !region.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Problem.invalid(field, "must be a division code of 2, 4, 6, 9, 12 or 15 digits");
        }
    }
}
