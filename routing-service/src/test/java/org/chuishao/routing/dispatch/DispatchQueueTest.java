package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.dispatch.Waiting.QUEUE;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DispatchQueueTest {

    @Test
    void a_title_is_shown_without_numbers_that_point_to_a_person() {
        TicketOnLog ticket = TicketOnLog.accepted("有人扬言，电话13912345678", "威胁邻居", Kind.COMPLAINT, COMMUNITY);

        Waiting.awaitQueued(ticket);

        as(dispatcher("210102")).get(QUEUE).then().body(Waiting.entry(ticket) + ".title", is("有人扬言，电话***"));
    }

    @Test
    void a_secret_ticket_waits_without_its_title() {
        TicketOnLog ticket = TicketOnLog.received("某人违规", "请保密", Kind.COMPLAINT, Channel.PHONE, COMMUNITY, true)
                .accept();
        String mine = Waiting.entry(ticket);

        await().untilAsserted(() -> as(dispatcher("210102"))
                .get(QUEUE)
                .then()
                .body(mine + ".reason", containsString("保密"))
                .body(mine + ".title", nullValue()));
    }

    @Test
    void the_queue_is_read_page_by_page_and_the_last_one_says_that_there_is_no_next() {
        TicketOnLog first = Waiting.report();
        TicketOnLog second = Waiting.report();

        var page = as(dispatcher("21"))
                .get("/api/v1/dispatch-queue?limit=1")
                .then()
                .extract();
        List<String> seen = new ArrayList<>(page.path("items.ticket"));
        for (String next = page.path("next"); next != null; next = page.path("next")) {
            page = as(dispatcher("21"))
                    .get("/api/v1/dispatch-queue?limit=1&cursor=" + next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.ticket"));
        }

        page.response().then().body("$", hasKey("next"));
        assertThat(seen)
                .doesNotHaveDuplicates()
                .contains(first.id().toString(), second.id().toString());
    }

    @Test
    void a_cursor_that_the_list_never_gave_out_is_refused() {
        as(dispatcher("21"))
                .get("/api/v1/dispatch-queue?cursor=nonsense")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("cursor"));
    }
}
