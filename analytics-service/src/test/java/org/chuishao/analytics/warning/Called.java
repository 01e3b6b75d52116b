package org.chuishao.analytics.warning;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests share that begin with people who call, and look at what is warned of. */
abstract class Called {

    static final String WARNINGS = "/api/v1/warnings";
    static final Duration SOON = Duration.ofSeconds(90);

    @Inject
    Sealer sealer;

    final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    LogProbe log;
    Callers callers;

    @BeforeEach
    void open() {
        log = new LogProbe(Mesh.shared().bootstrapServers());
        callers = new Callers(log, sealer);
    }

    @AfterEach
    void close() {
        log.close();
    }
}
