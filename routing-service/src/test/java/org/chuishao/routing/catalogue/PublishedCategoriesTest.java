package org.chuishao.routing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.Test;

/** The other services learn from a compacted topic how categories are called. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class PublishedCategoriesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    CurrentRules rules;

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Test
    void all_in_force_are_told_at_the_start_and_one_that_is_renamed_is_told_again() throws SQLException {
        Category some =
                rules.get().taxonomy().categories().stream().skip(7).findFirst().orElseThrow();
        try (LogProbe log = new LogProbe(Mesh.shared().bootstrapServers())) {
            await().atMost(SOON).untilAsserted(() -> assertThat(told(log, some.code()))
                    .last()
                    .asString()
                    .contains("\"name\":\"" + some.zh() + "\"")
                    .contains("\"code\":\"" + some.code() + "\""));
            assertThat(log.read(Topics.CATEGORIES))
                    .extracting(LogProbe.Found::key)
                    .containsAll(rules.get().taxonomy().categories().stream()
                            .map(Category::code)
                            .toList());

            assertThat(publish(rules.get().taxonomy())).isZero();
            assertThat(publish(only(renamed(some, some.zh() + "（新）")))).isOne();
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(told(log, some.code())).last().asString().contains("（新）"));
            assertThat(publish(rules.get().taxonomy())).isOne();
        }
    }

    private int publish(Taxonomy taxonomy) throws SQLException {
        try (Connection sql = owner.getConnection()) {
            sql.setAutoCommit(false);
            int told = new PublishCategories(sql).publish(taxonomy);
            sql.commit();
            return told;
        }
    }

    private static Taxonomy only(Category category) {
        Taxonomy taxonomy = new Taxonomy();
        taxonomy.add(category);
        return taxonomy;
    }

    private static Category renamed(Category it, String name) {
        return new Category(it.code(), null, name, it.en(), it.severity(), List.of());
    }

    private static List<String> told(LogProbe log, String code) {
        return log.read(Topics.CATEGORIES, code).stream()
                .map(LogProbe.Found::value)
                .toList();
    }
}
