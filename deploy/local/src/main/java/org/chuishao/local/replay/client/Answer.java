package org.chuishao.local.replay.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service said at last.
 *
 * @param unsure an earlier try may have done it already: it broke off, or the service failed over it
 */
public record Answer(int status, JsonNode body, boolean unsure) {

    public boolean ok() {
        return status / 100 == 2;
    }
}
