package org.chuishao.intake.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Two who read the same at the same time, as it happens while partitions move from one replica to another. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class TwoReplicasTest {

    @Inject
    ServiceTransactions transactions;

    @Inject
    TakeUpWarnings takeUp;

    @Test
    void makeOneTicketOfOneIncident() throws SQLException {
        UUID ticket = Ids.next();
        Confirmed same = confirmed(ticket);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(takeUp(List.of(same, confirmed(ticket))));
            all.add(takeUp(List.of(confirmed(ticket), same)));
        }
        all.forEach(CompletableFuture::join);

        assertThat(count("ticket where id = '%s'".formatted(ticket))).isEqualTo(1);
        assertThat(count("outbox where ticket_id = '%s' and attributes ->> 'type' like '%%.ticket.%%'"
                        .formatted(ticket)))
                .isEqualTo(2);
    }

    private CompletableFuture<Void> takeUp(List<Confirmed> messages) {
        return transactions
                .run(transaction -> takeUp.all(transaction, messages))
                .subscribeAsCompletionStage();
    }

    private static Confirmed confirmed(UUID ticket) {
        return new Confirmed(
                Ids.next(), Ids.next(), "210102", "HEATING_OFF", ticket, "多户停暖", "5人反映室温不达标", null, List.of());
    }

    private static int count(String rows) throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection connection = DriverManager.getConnection(mesh.jdbcUrl("intake"), "postgres", "");
                ResultSet found = connection.createStatement().executeQuery("select count(*) from " + rows)) {
            found.next();
            return found.getInt(1);
        }
    }
}
