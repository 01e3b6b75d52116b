package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.MESH;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** More submissions at once than a replica takes on. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class CrowdTest {

    /** Some more than {@code chuishao.pool.commands}. */
    private static final int CROWD = 300;

    @Test
    void whoFindsNoPlaceIsToldAtOnceToComeAgain() throws SQLException, JsonProcessingException {
        Intake.ready();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + TICKETS))
                .header("Authorization", "Bearer " + MESH.mint().token(AGENT))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(new ObjectMapper().writeValueAsString(complaint())));
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> sent;
        try (Connection connection = DriverManager.getConnection(MESH.jdbcUrl("intake"), "postgres", "");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table ticket in share mode");
            sent = Stream.generate(() -> request.copy()
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .build())
                    .limit(CROWD)
                    .map(one -> client.sendAsync(one, BodyHandlers.ofString()))
                    .toList();
            await().atMost(PATIENCE).until(() -> sent(sent, 429).findAny().isPresent());
            assertThat(sent(sent, 201)).isEmpty();
        }

        CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).join();
        assertThat(sent(sent, 201)).isNotEmpty();
        assertThat(sent(sent, 429))
                .allSatisfy(refused ->
                        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1"));
        Intake.submit(complaint()).then().statusCode(201);
    }

    private static Stream<HttpResponse<String>> sent(List<CompletableFuture<HttpResponse<String>>> all, int status) {
        return all.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .filter(response -> response.statusCode() == status);
    }
}
