package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chuishao.grid.notification.Carrier.Answer;
import org.chuishao.grid.notification.Carrier.Result;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a provider on loopback that answers, refuses, is slow, or is not there. */
class WebhookCarrierTest {

    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SECRET = "a secret of both sides";
    private static final Message MESSAGE = new Message(
            UUID.fromString("01a205c1-a0d8-7c51-8d02-b7a19c64e2f0"),
            2,
            Matter.ASSIGNED,
            Channel.SMS,
            Severity.CRITICAL,
            "U-TERR-210102001002",
            "W-210102001002101-1",
            "LN1",
            NOW.plusSeconds(600),
            "特急新工单",
            "请签收");

    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer provider;
    private volatile int status = 202;
    private volatile boolean slow;
    private volatile String body = "";
    private volatile String signature = "";
    private volatile String key = "";

    @BeforeEach
    void open() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/sms", this::answer);
        provider.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        provider.stop(0);
    }

    @Test
    void aMessageIsSignedAndHasOneIdHoweverOftenItIsSent() throws Exception {
        assertThat(carry(PATIENCE)).isEqualTo(Answer.TAKEN);
        assertThat(key).isEqualTo(MESSAGE.id().toString());
        assertThat(signature).isEqualTo("t=" + NOW.getEpochSecond() + ",v1=" + hmac(NOW.getEpochSecond() + "." + body));
        JsonNode said = new ObjectMapper().readTree(body);
        assertThat(said.path("id").asText()).isEqualTo(key);
        assertThat(said.path("attempt").asInt()).isEqualTo(2);
        assertThat(said.path("worker").asText()).isEqualTo("W-210102001002101-1");
        assertThat(said.path("text").asText()).isEqualTo("请签收");
    }

    @ParameterizedTest
    @CsvSource({"200, TAKEN", "500, AWAY", "503, AWAY", "429, AWAY", "400, REFUSED", "404, REFUSED", "302, REFUSED"})
    void whatTheProviderAnswersDecides(int answered, Result result) {
        status = answered;
        assertThat(carry(PATIENCE).result()).isEqualTo(result);
    }

    @Test
    void aSlowProviderIsNotWaitedFor() {
        slow = true;
        long begin = System.nanoTime();
        assertThat(carry(Duration.ofMillis(500)).result()).isEqualTo(Result.AWAY);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aDeadProviderIsTriedAgainLater() {
        provider.stop(0);
        Answer answer = carry(PATIENCE);
        assertThat(answer.result()).isEqualTo(Result.AWAY);
        assertThat(answer.fault()).isEqualTo("ConnectException");
    }

    private Answer carry(Duration patience) {
        URI url = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/sms");
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        return new WebhookCarrier(url, SECRET, patience, Clock.fixed(NOW, ZoneOffset.UTC), mapper)
                .carry(MESSAGE)
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private void answer(HttpExchange exchange) throws IOException {
        body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        signature = exchange.getRequestHeaders().getFirst(WebhookCarrier.SIGNATURE);
        key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (slow) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
