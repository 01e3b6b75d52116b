package org.chuishao.analytics.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;

/** A page that somebody has open. When it is closed, nothing may have gone wrong on it that was not expected. */
final class Visit implements AutoCloseable {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final BrowserContext context;
    private final Page page;
    private final URL address;
    private final List<String> wrong = new ArrayList<>();
    private boolean trouble;

    Visit(BrowserContext context, URL address) {
        this.context = context;
        this.address = address;
        context.setDefaultTimeout(Chromium.PATIENCE);
        page = context.newPage();
        context.onConsoleMessage(said -> {
            if (said.type().equals("error") || said.type().equals("warning")) {
                note("console: " + said.text());
            }
        });
        page.onPageError(error -> note("script: " + error));
        context.onResponse(response -> {
            if (response.status() >= 400) {
                note(response.status() + " " + response.url());
            }
        });
        context.onRequestFailed(request -> {
            // the page itself gives up what nobody looks at any more
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                note(request.failure() + " " + request.url());
            }
        });
        page.navigate(address.toString());
    }

    private void note(String what) {
        if (!trouble) {
            wrong.add(what);
        }
    }

    /** From here on something is meant to go wrong. */
    Visit expectingTrouble() {
        trouble = true;
        return this;
    }

    Visit signIn(Bearer bearer) {
        return signIn(Mesh.shared().mint().token(bearer));
    }

    Visit signIn(String token) {
        page.getByLabel("令牌").fill(token);
        page.keyboard().press("Enter");
        return this;
    }

    Page page() {
        return page;
    }

    Locator part(String id) {
        return page.locator("#" + id);
    }

    Locator sheet() {
        return page.locator("dialog[open]");
    }

    /** The row of a place in the table beside the map. */
    Locator place(String code) {
        return page.locator("#places tr[data-region='" + code + "']");
    }

    /** Scrolls there: some parts are read only once they are in sight. */
    Visit look(String id) {
        part(id).scrollIntoViewIfNeeded();
        return this;
    }

    Visit shows(Locator what) {
        assertThat(what).isVisible();
        return this;
    }

    Visit says(Locator where, String words) {
        assertThat(where).containsText(words);
        return this;
    }

    Visit lacks(Locator what) {
        return counts(what, 0);
    }

    /** It is there, or it is not. */
    Visit has(Locator what, boolean there) {
        return counts(what, there ? 1 : 0);
    }

    Visit counts(Locator what, int many) {
        assertThat(what).hasCount(many);
        return this;
    }

    /** What somebody reads, in the whole page. */
    String read() {
        return page.locator("body").innerText();
    }

    /** Everything that stands in the page, seen or not. */
    String all() {
        return page.content();
    }

    /** A picture for people, among the artifacts of the build. */
    Visit picture(String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target/pictures", name + ".png"))
                .setFullPage(sheet().count() == 0));
        return this;
    }

    /** Of one part of it alone. */
    Visit picture(String name, Locator part) {
        part.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")));
        return this;
    }

    /** Nothing that keeps somebody who does not see, or uses no mouse, from it. */
    Visit isOpenToAll() {
        List<String> faults = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(Visit::fault)
                        .toList();
        assertThat(faults).isEmpty();
        return this;
    }

    private static String fault(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }

    @Override
    public void close() {
        context.close();
        assertThat(wrong).as("what went wrong at " + address).isEmpty();
    }
}
