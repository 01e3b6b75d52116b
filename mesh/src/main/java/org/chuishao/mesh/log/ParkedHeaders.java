package org.chuishao.mesh.log;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record's headers as text, to be kept and made again. CloudEvents headers are UTF-8 strings. */
final class ParkedHeaders {

    private ParkedHeaders() {}

    static Map<String, String> of(Headers headers) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Header header : headers) {
            kept.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        return kept;
    }

    static Headers back(Map<String, String> kept) {
        RecordHeaders headers = new RecordHeaders();
        kept.forEach((key, value) -> headers.add(key, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
