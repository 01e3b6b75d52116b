package org.chuishao.grid.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.chuishao.grid.json.CheckedJson;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Reports what was found on patrol without a network: as the online command does, and once with it for the same key. */
@ApplicationScoped
public class CapturedReports {

    private final ReportPatrol report;
    private final CheckedJson json;

    CapturedReports(ReportPatrol report, CheckedJson json) {
        this.report = report;
        this.json = json;
    }

    public Uni<Reply> report(String key, @Nullable JsonNode body, Instant capturedAt) {
        return report.report(key, json.read(body, NewReport.class), capturedAt);
    }
}
