package org.chuishao.routing.opinion;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.chuishao.testkit.Ports;

/** A model is configured, on a port of loopback where the test opens its stub. */
public class StubProfile implements QuarkusTestProfile {

    /** The profile and the test are loaded by two loaders, and share this. */
    private static final String PORT = "stub-model.port";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("chuishao.routing.opinion.url", "http://127.0.0.1:" + port() + "/chat/completions"),
                Map.entry("chuishao.routing.opinion.allowed-hosts", "127.0.0.1"),
                Map.entry("chuishao.routing.opinion.in-house", "true"),
                Map.entry("chuishao.routing.opinion.api-key", StubModel.KEY),
                Map.entry("chuishao.routing.opinion.model", "stub-chat"),
                Map.entry("chuishao.routing.opinion.timeout", "2s"),
                Map.entry("chuishao.routing.opinion.every", every()),
                Map.entry("chuishao.routing.opinion.in-flight", "500"),
                Map.entry("chuishao.routing.opinion.max-answer", "16K"),
                Map.entry("chuishao.routing.opinion.requests-per-day", "1000000"),
                Map.entry("chuishao.routing.opinion.tokens-per-day", "1000000000"),
                Map.entry("chuishao.routing.opinion.break-after", breakAfter()));
    }

    String every() {
        return "1s";
    }

    String breakAfter() {
        return "100000";
    }

    static int port() {
        if (System.getProperty(PORT) == null) {
            System.setProperty(PORT, Integer.toString(Ports.orFree(0)));
        }
        return Integer.parseInt(System.getProperty(PORT));
    }
}
