package org.chuishao.routing.model;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.learn.ModelFile;
import org.chuishao.routing.model.Model.State;

/** A person puts a model in its place, takes it back, or gives it a line. */
@ApplicationScoped
class PlaceModel {

    private final ModelStore store;
    private final LineSwitches switches;
    private final Models models;
    private final CurrentRules rules;
    private final CurrentScope scope;

    PlaceModel(ModelStore store, LineSwitches switches, Models models, CurrentRules rules, CurrentScope scope) {
        this.store = store;
        this.switches = switches;
        this.models = models;
        this.rules = rules;
        this.scope = scope;
    }

    /** @return as failure {@link Problem} 409 where it has not learnt, or knows labels that are no categories here */
    @Command
    Uni<Model> promote(UUID id, String reason) {
        String actor = provincial().subject();
        return store.one(id).invoke(PlaceModel::requireLearnt).chain(found -> store.bytes(id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::requireCategories)
                .chain(() -> store.move(id, found.state(), State.ACTIVE, actor, reason))
                .invoke(moved -> {
                    if (!moved) {
                        throw Problem.conflict("Somebody else has just moved it.");
                    }
                })
                .chain(models::readAgain)
                .chain(() -> store.one(id)));
    }

    @Command
    Uni<Void> rollBack(String reason) {
        return store.rollBack(provincial().subject(), reason).chain(models::readAgain);
    }

    @Command
    Uni<Void> give(String line, boolean enabled, String reason) {
        return switches.set(line, enabled, provincial().subject(), reason).chain(models::readAgain);
    }

    /** There is one model for the province. */
    Scope provincial() {
        Scope present = scope.get();
        if (!present.covers(RegionCode.PROVINCE, List.of(), null)) {
            throw Problem.forbidden("The models are the province's: your regions do not hold it.");
        }
        return present;
    }

    private static void requireLearnt(Model model) {
        if (model.state() == State.LEARNING || model.state() == State.FAILED) {
            throw Problem.conflict("It has not learnt.", Map.of("state", model.state()));
        }
    }

    private void requireCategories(byte[] bytes) {
        try {
            List<String> unknown = ModelFile.read(new ByteArrayInputStream(bytes)).labels().stream()
                    .filter(label -> rules.get().taxonomy().category(label).isEmpty())
                    .toList();
            if (!unknown.isEmpty()) {
                throw Problem.conflict("It knows labels that are no categories here.", Map.of("labels", unknown));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
