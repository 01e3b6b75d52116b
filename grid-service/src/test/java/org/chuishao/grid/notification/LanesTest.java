package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final List<Channel> begun = new CopyOnWriteArrayList<>();

    @Test
    void aProviderThatHangsHoldsUpNoOther() {
        Lanes lanes = lanes(Uni.createFrom().nothing());
        lanes.begin();
        lanes.begin();
        lanes.begin();
        assertThat(begun).filteredOn(Channel.PUSH::equals).hasSize(1);
        assertThat(begun).filteredOn(Channel.SMS::equals).hasSize(3);
        assertThat(begun).filteredOn(Channel.VOICE::equals).hasSize(3);
    }

    @Test
    void whatFailsRestsAndBeginsAgain() {
        Lanes lanes = lanes(Uni.createFrom().failure(new IllegalStateException("unreadable")));
        lanes.begin();
        lanes.begin();
        assertThat(begun).filteredOn(Channel.PUSH::equals).hasSize(1);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            lanes.begin();
            assertThat(begun).filteredOn(Channel.PUSH::equals).hasSizeGreaterThan(1);
        });
    }

    private Lanes lanes(Uni<Integer> push) {
        return new Lanes(
                channel -> {
                    begun.add(channel);
                    return channel == Channel.PUSH ? push : Uni.createFrom().item(1);
                },
                Duration.ofSeconds(3));
    }
}
