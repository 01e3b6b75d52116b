package org.chuishao.mesh.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A creating request as its client names it.
 *
 * @param client subject of the token: two clients may use the same key
 * @param bodyHash SHA-256 of the key and the body; the body itself may hold personal data and is not kept
 */
public record IdempotentCall(String client, String path, String key, byte[] bodyHash) {

    public static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    /** @throws Problem 400 if the key is missing, empty or longer than 200 characters */
    public static IdempotentCall of(
            String client, String path, @Nullable String key, Object body, ObjectMapper mapper) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid(
                    HEADER, "a header of 1 to 200 characters is needed, new for each new request (a UUID will do)");
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(key.getBytes(StandardCharsets.UTF_8));
            return new IdempotentCall(client, path, key, sha.digest(mapper.writeValueAsBytes(body)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("cannot hash a request body", e);
        }
    }
}
