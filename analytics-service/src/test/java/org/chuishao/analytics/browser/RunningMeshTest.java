package org.chuishao.analytics.browser;

import com.microsoft.playwright.BrowserContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Objects;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Measures the first view on a mesh that runs already, such as that of {@code deploy/local/up}: its cockpit is named by
 * {@code CHUISHAO_COCKPIT}, an analyst's token of the province by {@code CHUISHAO_TOKEN}. Tells the figures, and fails only
 * where the page does not stand or complains.
 */
@EnabledIfEnvironmentVariable(named = "CHUISHAO_COCKPIT", matches = "http.+")
class RunningMeshTest {

    @RepeatedTest(8)
    void it_is_looked_at_for_the_first_time() throws MalformedURLException {
        URL address = URI.create(System.getenv("CHUISHAO_COCKPIT")).toURL();
        try (Chromium chromium = Chromium.start().orElseThrow();
                Visit visit = new Visit(before(chromium), address)) {
            System.out.println(FirstView.of(visit));
        }
    }

    private static BrowserContext before(Chromium chromium) {
        String token = Objects.requireNonNull(System.getenv("CHUISHAO_TOKEN"), "CHUISHAO_TOKEN: an analyst's token");
        return Browsing.signedIn(chromium.browser(), token);
    }
}
