package org.chuishao.local;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.chuishao.mesh.scope.Role;
import org.chuishao.testkit.TokenMint;

/** What is told when the mesh is ready: a token for each role, and where everything is. */
record Announcement(Addresses addresses, DataFolder data) {

    private static final Duration LIFE = Duration.ofDays(7);

    /** Never said in the background, where it would stay in a log. */
    void tellTokens(Consumer<String> say) {
        say.accept("");
        say.accept("Tokens, one a role, good for 7 days (others: deploy/local/token ROLE [--region CODE] ...)");
        TokenMint mint = TokenMint.in(data.keys());
        Demonstration somebody = Demonstration.in(data);
        for (Role role : Role.values()) {
            say.accept(line(role.claim(), mint.token(somebody.bearer(role), LIFE)));
        }
    }

    void tellPlaces(Consumer<String> say, boolean shiftableClock) {
        say.accept("");
        for (Service service : Service.values()) {
            List<String> all = addresses.all(service);
            say.accept(line(service.title(), String.join("  ", all) + "  (API: " + all.get(0) + "/q/openapi)"));
        }
        say.accept(line("Kafka", addresses.kafka()));
        String[] postgres = addresses.postgres().split(":");
        say.accept(line(
                "Postgres",
                "%s  (psql -h %s -p %s -U postgres intake|routing|grid|analytics)"
                        .formatted(addresses.postgres(), postgres[0], postgres[1])));
        say.accept(line("logs", data.logs().toString()));
        if (shiftableClock) {
            say.accept(line("clock", "may be shifted here, unlike in production: deploy/local/shift P1D"));
        }
        say.accept("Ready. Ctrl-C or deploy/local/down stops it all.");
    }

    private static String line(String name, String text) {
        return String.format(Locale.ROOT, "  %-12s %s", name, text);
    }
}
