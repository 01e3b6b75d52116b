package org.chuishao.mesh.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final Region PROVINCE = new Region("21", 1, "辽宁省", null, false, null, null);
    private static final Unit OFFICE =
            new Unit("U-WATER-21", "供水管理办公室", UnitKind.DEPARTMENT, "WATER", 1, "21", null, true);

    @Test
    void whatIsLackingIsUnavailableWhileTheCopyIsReadAndWrongAfterwards() {
        AtomicBoolean complete = new AtomicBoolean();
        Regions regions = new Regions();
        regions.completeWhen(complete::get);
        Units units = new Units();
        units.completeWhen(complete::get);

        assertThat(refusal(() -> regions.require("21", "place.region")).status())
                .isEqualTo(503);
        assertThat(refusal(() -> units.require("U-WATER-21", "lead")).status()).isEqualTo(503);

        complete.set(true);
        Problem wrongRegion = refusal(() -> regions.require("99", "place.region"));
        assertThat(wrongRegion.status()).isEqualTo(400);
        assertThat(wrongRegion.errors())
                .singleElement()
                .hasToString("FieldError[field=place.region, message=is not a known region]");
        Problem wrongUnit = refusal(() -> units.require("U-99", "lead"));
        assertThat(wrongUnit.status()).isEqualTo(400);
        assertThat(wrongUnit.errors())
                .singleElement()
                .hasToString("FieldError[field=lead, message=is not a known unit]");
    }

    @Test
    void whatIsThereIsFoundAlsoWhileTheCopyIsRead() {
        Regions regions = new Regions();
        regions.put("21", PROVINCE);
        Units units = new Units();
        units.put("U-WATER-21", OFFICE);

        assertThat(regions.require("21", "region")).isEqualTo(PROVINCE);
        assertThat(units.require("U-WATER-21", "lead")).isEqualTo(OFFICE);
    }

    /** Grid fills a topic in many transactions, and each has an end that is not the last. */
    @Test
    void aTopicIsCompleteOnlyWithItsLastRecord() throws InterruptedException {
        String kafka = Mesh.shared().bootstrapServers();
        Topics.create(kafka);
        Regions regions = new Regions();
        AtomicBoolean told = new AtomicBoolean();
        CompactedTopic<Region> topic =
                new CompactedTopic<>(Topics.REGIONS, Region.class, regions::put, () -> told.set(true), "21", kafka);
        Thread reading = new Thread(topic, "reading");
        reading.start();
        try (LogProbe log = new LogProbe(kafka)) {
            log.write(
                    Topics.REGIONS,
                    "2101",
                    Map.of(),
                    "{\"code\":\"2101\",\"level\":2,\"name\":\"沈阳市\",\"parent\":\"21\"}");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> regions.find("2101").isPresent());
            assertThat(topic.complete()).isFalse();
            assertThat(told).isFalse();

            log.write(Topics.REGIONS, "21", Map.of(), "{\"code\":\"21\",\"level\":1,\"name\":\"辽宁省\"}");
            await().atMost(Duration.ofSeconds(30)).until(topic::complete);
            assertThat(regions.find("21")).isPresent();
            assertThat(told).isTrue();
        } finally {
            topic.stop();
            reading.join(10_000);
        }
    }

    private static Problem refusal(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call);
    }
}
