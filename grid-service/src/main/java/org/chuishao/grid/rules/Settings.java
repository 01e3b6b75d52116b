package org.chuishao.grid.rules;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.grid.region.KnownRegions;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** What is the same for all that a region may set: where it may be set, and that it is known who set it. */
@ApplicationScoped
public class Settings {

    /** Pattern of the region that a setting holds in: a code, or nothing where it holds anywhere. */
    public static final String REGION = "|[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}";

    private static final String AUDIT = "insert into audit (role, actor, action, detail) values (?1, ?2, ?3, ?4)";

    private final Scopes scopes;
    private final CurrentScope current;

    Settings(Scopes scopes, CurrentScope current) {
        this.scopes = scopes;
        this.current = current;
    }

    /**
     * The first step of the transaction.
     *
     * @param region empty where it holds anywhere
     * @return as failure {@link Problem} 403 beyond the caller's scope, 400 where there is no such region
     */
    public Uni<Void> mayBeSet(String region) {
        RuleScope.require(current.get(), region.isEmpty() ? null : region);
        return scopes.enter()
                .chain(() -> region.isEmpty() ? Uni.createFrom().voidItem() : KnownRegions.require(region, "region"));
    }

    /** The rows of a query, within a transaction of the caller's scope. */
    public Uni<List<Object[]>> rows(String query) {
        return scopes.enter().chain(Panache::getSession).chain(session -> session.createNativeQuery(
                        query, Object[].class)
                .getResultList());
    }

    public Uni<Void> audit(String action, String detail) {
        Scope scope = current.get();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(AUDIT)
                        .setParameter(1, scope.role())
                        .setParameter(2, scope.subject())
                        .setParameter(3, action)
                        .setParameter(4, detail)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
