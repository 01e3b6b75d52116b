package org.chuishao.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.Optional;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What the tests that look at the cockpit share: a browser, and a province in which something goes on. */
abstract class Browsing {

    private static Optional<Chromium> chromium = Optional.empty();

    @TestHTTPResource("/")
    URL address;

    @Inject
    Sealer sealer;

    Province province;

    /** Without a Chromium they are skipped; .ci/run, which has one installed, says that there must be one. */
    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
        if (System.getenv("CHUISHAO_CHROMIUM_REQUIRED") != null) {
            assertThat(chromium).as("a Chromium on this machine").isPresent();
        }
        Assumptions.assumeTrue(chromium.isPresent(), "no Chromium here: the cockpit was not looked at");
    }

    @AfterAll
    static void stopBrowser() {
        chromium.ifPresent(Chromium::close);
        chromium = Optional.empty();
    }

    @BeforeEach
    void tellProvince() {
        province = Province.told(sealer);
    }

    /** A desk in a duty room, in Chinese. */
    Visit visit() {
        return visit(desk());
    }

    Visit visit(NewContextOptions screen) {
        return new Visit(chromium.orElseThrow().browser().newContext(screen), address);
    }

    /** Somebody signed in at a desk. */
    Visit as(Bearer bearer) {
        return visit().signIn(bearer);
    }

    /** Somebody who signed in before, and opens the page for the first time: nothing of it is cached. */
    Visit signedIn(Bearer bearer) {
        return new Visit(
                signedIn(chromium.orElseThrow().browser(), Mesh.shared().mint().token(bearer)), address);
    }

    static BrowserContext signedIn(Browser browser, String token) {
        BrowserContext context = browser.newContext(desk());
        context.addInitScript("sessionStorage.setItem('chuishao.token', '%s')".formatted(token));
        return context;
    }

    static NewContextOptions desk() {
        return screen(1920, 1080);
    }

    static NewContextOptions screen(int width, int height) {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT);
    }

    static Bearer bearer(String role, String region) {
        return Bearer.of(role).regions(region);
    }
}
