package org.chuishao.routing.place;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The learned names in memory, read again as often as the rules are. */
@ApplicationScoped
public class Aliases {

    /** The most that a county has: estates and roads of a city's quarter, several times over. */
    private static final String READ = """
            select county, name, region
            from (select *, row_number() over (partition by county order by tickets desc, name) as place
                  from place_alias where length(region) > length(county)) a
            where place <= 5000
            """;

    private final AgroalDataSource owner;
    private volatile AliasBook book = AliasBook.EMPTY;

    Aliases(@DataSource("owner") AgroalDataSource owner) {
        this.owner = owner;
    }

    public AliasBook get() {
        return book;
    }

    void start(@Observes StartupEvent event) {
        readAgain();
    }

    @Scheduled(every = "${chuishao.routing.rules-every}", delayed = "${chuishao.routing.rules-every}")
    public void readAgain() {
        Map<String, Map<String, String>> byCounty = new HashMap<>();
        try (Connection sql = owner.getConnection();
                Statement statement = sql.createStatement();
                ResultSet rows = statement.executeQuery(READ)) {
            while (rows.next()) {
                byCounty.computeIfAbsent(rows.getString("county"), county -> new HashMap<>())
                        .put(rows.getString("name"), rows.getString("region"));
            }
            book = new AliasBook(byCounty);
        } catch (SQLException e) {
            Log.errorf("the learned names of places are not read: %s", e.getMessage());
        }
    }
}
