package org.chuishao.grid.sync;

import static org.chuishao.grid.log.Callers.as;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.Bearer;

/** A worker's phone, in a cellar. */
final class Phone {

    static final String PATH = "/api/v1/sync";

    private Phone() {}

    static Map<String, Object> captured(String act, String assignment, Instant at, Map<String, ?> body) {
        Map<String, Object> item = new HashMap<>();
        item.put("clientId", UUID.randomUUID().toString());
        item.put("capturedAt", at.toString());
        item.put("act", act);
        item.put("assignment", assignment);
        if (!body.isEmpty()) {
            item.put("body", body);
        }
        return item;
    }

    static ValidatableResponse send(Bearer worker, List<Map<String, Object>> items) {
        return as(worker).body(Map.of("items", items)).post(PATH).then();
    }
}
