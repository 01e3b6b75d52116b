package org.chuishao.routing.model;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.sight.Scrub;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.model.Learning.Known;
import org.chuishao.routing.model.Model.Source;
import org.chuishao.routing.model.Model.State;
import org.chuishao.routing.trial.Table;

/** Learns from a file of labelled messages that a province brings; a person puts the model in its place. */
@ApplicationScoped
class LearnFromFile {

    private static final int LEAST = 50;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private final ModelStore store;
    private final Learning learning;

    LearnFromFile(ModelStore store, Learning learning) {
        this.store = store;
        this.learning = learning;
    }

    /** The names of the file's columns. */
    record Columns(String id, String label, String title, String body) {}

    /** @return the model that learns from now on; how far it is, and that it failed, stands with it */
    @Command
    Uni<UUID> learn(byte[] file, Columns columns, String actor) {
        return Uni.createFrom()
                .item(() -> read(file, columns))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(examples -> store.begin(Source.FILE, actor, examples.size())
                        .invoke(id -> Infrastructure.getDefaultWorkerPool()
                                .execute(() -> learning.learn(id, examples, State.READY, (example, meaning) -> {}))));
    }

    /** Shown as evidence to whoever chooses: nothing that may point to a person. */
    private static String shown(String id, int row) {
        return ID.matcher(id).matches() && Scrub.numbers(id).equals(id) ? id : "row " + row;
    }

    /** @throws Problem 400 saying what is wrong with the file */
    static List<Known> read(byte[] file, Columns columns) {
        try {
            Table table = Table.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
            int id = table.column(columns.id());
            int label = table.column(columns.label());
            int title = table.column(columns.title());
            int body = table.column(columns.body());
            List<Known> examples = new ArrayList<>();
            for (List<String> row : table.rows()) {
                examples.add(new Known(
                        new Example(
                                shown(row.get(id), examples.size() + 1),
                                row.get(label).strip(),
                                Scrub.numbers(row.get(title)),
                                Scrub.numbers(row.get(body))),
                        null));
            }
            if (examples.size() < LEAST) {
                throw Problem.invalid("file", "has fewer than " + LEAST + " messages, which teach nothing");
            }
            if (examples.stream().map(it -> it.example().label()).distinct().count() < 2) {
                throw Problem.invalid("file", "has fewer than two labels");
            }
            return examples;
        } catch (CharacterCodingException e) {
            throw Problem.invalid("file", "must be UTF-8");
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("file", String.valueOf(e.getMessage()));
        }
    }
}
