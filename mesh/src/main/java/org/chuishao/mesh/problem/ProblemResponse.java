package org.chuishao.mesh.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.time.Ids;
import org.jboss.resteasy.reactive.RestResponse;

/** Writes a problem as RFC 9457 has it. The instance is an id of its own: a path could hold what was rejected. */
final class ProblemResponse {

    static final MediaType TYPE = new MediaType("application", "problem+json");

    private ProblemResponse() {}

    static RestResponse<Map<String, Object>> of(Problem problem) {
        return builder(problem, Ids.next()).build();
    }

    static RestResponse<Map<String, Object>> of(Problem problem, UUID instance) {
        return builder(problem, instance).build();
    }

    static RestResponse<Map<String, Object>> challenge(String detail, String error) {
        return builder(Problem.of(Kind.UNAUTHENTICATED, detail), Ids.next())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"chuishao\"" + error)
                .build();
    }

    private static RestResponse.ResponseBuilder<Map<String, Object>> builder(Problem problem, UUID instance) {
        RestResponse.ResponseBuilder<Map<String, Object>> response =
                RestResponse.ResponseBuilder.create(problem.status(), "");
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
        }
        return response.entity(document(problem, instance)).type(TYPE);
    }

    static Map<String, Object> document(Problem problem, UUID instance) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", problem.kind().type());
        document.put("title", problem.kind().title());
        document.put("status", problem.status());
        document.put("detail", String.valueOf(problem.getMessage()));
        document.put("instance", "urn:uuid:" + instance);
        if (!problem.errors().isEmpty()) {
            document.put("errors", problem.errors());
        }
        problem.extensions().forEach(document::putIfAbsent);
        return document;
    }
}
