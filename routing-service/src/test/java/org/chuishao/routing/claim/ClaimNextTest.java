package org.chuishao.routing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.routing.log.Callers.as;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** The next ticket in one call. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ClaimNextTest {

    private static final int TICKETS = 100;
    private static final int DISPATCHERS = 20;

    @Test
    void twenty_dispatchers_are_given_each_of_a_hundred_tickets_once() throws Exception {
        QueueRows.wait("230101", TICKETS);
        ExecutorService room = Executors.newFixedThreadPool(DISPATCHERS);
        try {
            List<Callable<List<String>>> all = new ArrayList<>();
            for (int i = 0; i < DISPATCHERS; i++) {
                Bearer dispatcher = dispatcher("room-" + i, "2301");
                all.add(() -> claimed(dispatcher));
            }
            List<String> given = new ArrayList<>();
            for (Future<List<String>> one : room.invokeAll(all)) {
                given.addAll(one.get());
            }
            assertThat(given).doesNotHaveDuplicates().hasSize(TICKETS);
        } finally {
            room.shutdownNow();
        }
    }

    @Test
    void the_same_key_gives_the_same_ticket_again_and_what_is_out_of_scope_does_not_wait() {
        QueueRows.wait("230201", 2);
        Bearer dispatcher = dispatcher("once", "2302");

        String first = as(dispatcher, "key-of-once")
                .post(NextClaimResource.PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("ticket");

        as(dispatcher, "key-of-once")
                .post(NextClaimResource.PATH)
                .then()
                .statusCode(201)
                .body("ticket", is(first));
        as(dispatcher("elsewhere", "2303")).post(NextClaimResource.PATH).then().statusCode(204);
        as(Bearer.of("supervisor").regions("2302"))
                .post(NextClaimResource.PATH)
                .then()
                .statusCode(403);
    }

    private static List<String> claimed(Bearer dispatcher) {
        List<String> tickets = new ArrayList<>();
        Response reply = as(dispatcher).post(NextClaimResource.PATH);
        while (reply.statusCode() == 201) {
            tickets.add(reply.path("ticket"));
            reply = as(dispatcher).post(NextClaimResource.PATH);
        }
        assertThat(reply.statusCode()).isEqualTo(204);
        return tickets;
    }

    private static Bearer dispatcher(String name, String region) {
        return Bearer.of("dispatcher").subject(name).regions(region);
    }
}
