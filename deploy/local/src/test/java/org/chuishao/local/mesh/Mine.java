package org.chuishao.local.mesh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import org.chuishao.testkit.Bearer;

/** Whether a row has anything to do with somebody: a region in his, his unit, or himself. */
final class Mine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[0-9]{2,15}");

    private Mine() {}

    static boolean of(Asker asker, String row) {
        try {
            return in(asker.bearer(), JSON.readTree(row));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that is no JSON: " + row, e);
        }
    }

    private static boolean in(Bearer bearer, JsonNode node) {
        if (node.isTextual()) {
            String text = node.asText();
            return text.equals(bearer.unit())
                    || text.equals(bearer.worker())
                    || (CODE.matcher(text).matches()
                            && bearer.regions().stream().anyMatch(text::startsWith));
        }
        for (JsonNode inner : node) {
            if (in(bearer, inner)) {
                return true;
            }
        }
        return false;
    }
}
