package org.chuishao.grid.region;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.chuishao.grid.outline.Geometry;
import org.chuishao.grid.outline.Outline;
import org.chuishao.grid.outline.OutlineConfig;
import org.chuishao.grid.outline.OverlapRule;
import org.chuishao.grid.region.Plan.Laid;
import org.chuishao.grid.region.Redrawing.Redrawn;
import org.chuishao.grid.region.Standing.Grid;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/**
 * Splits and merges grids. The old codes end and lead to the new ones; who served the old grids serves the new; what is in
 * hand stays where it is.
 */
@ApplicationScoped
class RedrawGrids {

    private final Idempotency idempotency;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Geometry geometry;
    private final OverlapRule rule;
    private final ObjectMapper mapper;

    RedrawGrids(
            Idempotency idempotency,
            Scopes scopes,
            CurrentScope current,
            Geometry geometry,
            OutlineConfig config,
            ObjectMapper mapper) {
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.current = current;
        this.geometry = geometry;
        this.rule = new OverlapRule(config.overlap());
        this.mapper = mapper;
    }

    /** @param plan by how the register stands, under the lock of whoever changes it */
    @Command
    @WithTransaction
    Uni<Reply> redraw(IdempotentCall call, List<String> old, List<Laid> grids, Function<PlanOf, Plan> plan) {
        Scope by = current.get();
        if (!old.stream().allMatch(code -> by.covers(code, List.of(), null))) {
            throw Problem.notFound("grid");
        }
        String codes = String.join(",", old);
        String wanted = String.join(",", grids.stream().map(Laid::code).toList());
        return scopes.enter()
                .chain(() -> idempotency.once(call, () -> one(RegisterLock.TAKE)
                        .chain(() -> one(RedrawStatements.STANDING, codes, wanted))
                        .chain(standing -> geometry.aside(() -> plan.apply(new PlanOf(standing(standing), rule))))
                        .call(this::write)
                        .map(this::reply)));
    }

    /** What a plan is made by. */
    record PlanOf(Standing standing, OverlapRule rule) {}

    private Uni<String> write(Plan plan) {
        Scope by = current.get();
        String old = String.join(",", plan.old().stream().map(Grid::code).toList());
        String all = old + ","
                + String.join(",", plan.grids().stream().map(Laid::code).toList());
        return one(RedrawStatements.WRITE, json(plan.grids()), old, plan.at().toString())
                .chain(() -> one(RedrawStatements.PUBLISH, all))
                .chain(() -> one(RedrawStatements.AUDIT, by.role(), by.subject(), all));
    }

    private String json(List<Laid> grids) {
        ArrayNode rows = mapper.createArrayNode();
        for (Laid grid : grids) {
            Outline outline = grid.outline();
            rows.addObject()
                    .put("code", grid.code())
                    .put("name", grid.name())
                    .put("households", grid.households())
                    .put("outline", outline == null ? null : HexFormat.of().formatHex(outline.wkb()));
        }
        return rows.toString();
    }

    private Reply reply(Plan plan) {
        List<String> grids = plan.grids().stream().map(Laid::code).toList();
        Redrawn done =
                new Redrawn(plan.at(), plan.old().stream().map(Grid::code).toList(), grids);
        return Reply.created("/api/v1/regions/" + grids.get(0), done, mapper);
    }

    private Standing standing(String json) {
        try {
            return mapper.readValue(json, Standing.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the register's answer cannot be read", e);
        }
    }

    private static Uni<String> one(String sql, Object... values) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, String.class);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.getSingleResult();
        });
    }
}
