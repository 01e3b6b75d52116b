package org.chuishao.grid.verification;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.grid.json.CheckedJson;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Answers what was looked at without a network: as the online command does, and once with it for the same key. */
@ApplicationScoped
public class CapturedFindings {

    private final Findings findings;
    private final CheckedJson json;

    CapturedFindings(Findings findings, CheckedJson json) {
        this.findings = findings;
        this.json = json;
    }

    public Uni<Reply> answer(UUID ticket, String key, @Nullable JsonNode body, Instant capturedAt) {
        return findings.answer(ticket, key, json.read(body, Findings.Finding.class), capturedAt);
    }
}
