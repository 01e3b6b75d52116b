package org.chuishao.mesh.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.chuishao.mesh.time.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers a body that is announced as too large before any of it is read; Quarkus itself would answer without words. */
@Singleton
class BodyLimit {

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void route(@Observes Router router) {
        // Before Quarkus's own limit, whose order is -2.
        router.route().order(Integer.MIN_VALUE / 2).handler(this::check);
    }

    private void check(RoutingContext request) {
        String announced = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || announced.length() < 19 && Long.parseLong(announced) <= limit) {
            request.next();
            return;
        }
        Problem problem =
                Problem.of(Kind.TOO_LARGE, "The body is larger than this service takes: " + limit + " bytes.");
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemResponse.TYPE.toString())
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(new JsonObject(ProblemResponse.document(problem, Ids.next())).toBuffer());
    }
}
