package org.chuishao.bench.warnings.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.bench.warnings.plant.Stories;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventType;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.chuishao.testkit.Secrets;
import org.junit.jupiter.api.Test;

class DiaryTest {

    private record Written(UUID id, UUID ticket, Instant at, EventType type) {}

    @Test
    void the_log_of_a_seed_is_the_same_under_any_keys_and_in_order_of_time() throws InterruptedException {
        List<Written> log = log(4);

        assertThat(log).hasSizeGreaterThan(5_000).isEqualTo(log(4));
        assertThat(log.stream().map(Written::at)).isSorted();
        assertThat(log.stream().map(Written::id)).doesNotHaveDuplicates();
    }

    private static List<Written> log(long seed) throws InterruptedException {
        List<Written> log = new ArrayList<>();
        new Diary(ShippedTaxonomy.read(), Seals.of(Secrets.fresh()))
                .each(Stories.of(seed).complaints(), event -> log.add(written(event)));
        return log;
    }

    private static Written written(Event event) {
        return new Written(event.id(), event.ticket(), event.at(), event.type());
    }
}
