package org.chuishao.mesh.event.violation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Breaks the rules on purpose: an event that knows how it is sent. */
public record EventThatWritesItself(String words) {

    String json() throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(this);
    }
}
