package org.chuishao.local.replay.client;

import com.fasterxml.jackson.databind.JsonNode;
import org.chuishao.local.Service;
import org.jspecify.annotations.Nullable;

/** One request to a service; a key makes it safe to send again. */
public record Call(
        String method,
        Service service,
        String path,
        String token,
        @Nullable String key,
        @Nullable JsonNode body) {

    public static Call get(Service service, String path, String token) {
        return new Call("GET", service, path, token, null, null);
    }

    public static Call post(Service service, String path, String token, String key, JsonNode body) {
        return new Call("POST", service, path, token, key, body);
    }

    @Override
    public String toString() {
        return method + ' ' + service.title() + ' ' + path;
    }
}
