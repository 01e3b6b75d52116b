package org.chuishao.grid.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.chuishao.mesh.crypto.KeyedHash;

/**
 * Posts messages to a provider's address. {@code Idempotency-Key} is the message's id; {@code Chuishao-Signature} is
 * {@code t=<unix seconds>,v1=<hex>}, an HMAC-SHA256 of {@code <t>.<body>} by the secret that both sides have. A 2xx means
 * that the message is on its way; the receipt comes back by the API.
 */
final class WebhookCarrier implements Carrier {

    static final String SIGNATURE = "Chuishao-Signature";
    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int FAULT = 500;

    private final URI url;
    private final KeyedHash secret;
    private final Duration timeout;
    private final Clock clock;
    private final ObjectMapper mapper;
    private final HttpClient client;

    WebhookCarrier(URI url, String secret, Duration timeout, Clock clock, ObjectMapper mapper) {
        this.url = url;
        this.secret = new KeyedHash(secret);
        this.timeout = timeout;
        this.clock = clock;
        this.mapper = mapper;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public Uni<Answer> carry(Message message) {
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request(message), BodyHandlers.discarding()))
                .ifNoItem()
                .after(timeout)
                .fail()
                .map(WebhookCarrier::answer)
                .onFailure()
                .recoverWithItem(
                        failure -> new Answer(Result.AWAY, failure.getClass().getSimpleName()));
    }

    private HttpRequest request(Message message) {
        String body = body(message);
        return HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", message.id().toString())
                .header(SIGNATURE, signature(clock.instant().getEpochSecond(), body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String body(Message message) {
        try {
            return mapper.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message cannot be written", e);
        }
    }

    private String signature(long at, String body) {
        return "t=" + at + ",v1=" + HexFormat.of().formatHex(secret.of(at + "." + body));
    }

    private static Answer answer(HttpResponse<Void> response) {
        int status = response.statusCode();
        if (status >= OK && status < REDIRECTED) {
            return Answer.TAKEN;
        }
        boolean later = status >= FAULT || status == TIMED_OUT || status == TOO_MANY;
        return new Answer(later ? Result.AWAY : Result.REFUSED, "HTTP " + status);
    }
}
