package org.chuishao.local.mesh;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.testkit.Secrets;
import org.chuishao.testkit.ShiftableClock;

/** The time of a mesh, in Chinese days and minutes. That of Kafka, of tokens and of the machine stays what it is. */
final class MeshTime {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Services look at the database's clock once a second. */
    private static final Duration FOLLOWED = Duration.ofSeconds(2);

    private final List<ShiftableClock> clocks;

    MeshTime(TemporaryMesh mesh) {
        String password = Secrets.in(mesh.data().keys()).password();
        String postgres = mesh.addresses().postgres();
        clocks = Arrays.stream(Service.values())
                .map(service -> new ShiftableClock(
                        "jdbc:postgresql://" + postgres + "/" + service.title(), service.title() + "_owner", password))
                .toList();
    }

    /** From now on it is this minute's beginning. */
    void set(String minute) {
        clocks.forEach(clock -> clock.set(instant(minute)));
        await().atMost(Duration.ofSeconds(60)).pollDelay(FOLLOWED).until(() -> clocks.stream()
                .allMatch(clock -> !clock.instant().isBefore(instant(minute).plus(FOLLOWED.dividedBy(2)))));
    }

    static Instant instant(String minute) {
        return LocalDateTime.parse(minute, MINUTES).atZone(CHINA).toInstant();
    }

    /** As the API takes a time. */
    static String text(String minute) {
        return LocalDateTime.parse(minute, MINUTES)
                .atZone(CHINA)
                .toOffsetDateTime()
                .toString();
    }
}
