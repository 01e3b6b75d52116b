package org.chuishao.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.chuishao.intake.IntakeConfig.Bounds;
import org.chuishao.intake.place.Location;
import org.chuishao.intake.ticket.Caller;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Bounds LIAONING = new Bounds() {
        @Override
        public double west() {
            return 118;
        }

        @Override
        public double east() {
            return 126.5;
        }

        @Override
        public double south() {
            return 38;
        }

        @Override
        public double north() {
            return 44;
        }
    };

    private final SubmissionRules rules = new SubmissionRules(Set.of("210102001002")::contains, LIAONING);

    @Test
    void aWholeComplaintIsFine() {
        assertThat(wrong(request("title", "content", "13812341234", null, null)))
                .isEmpty();
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        TicketRequest empty = new TicketRequest(null, null, " ", null, null, null, null, null, null, null, null);
        assertThat(wrong(empty)).containsExactly("channel", "kind", "title", "content", "caller.phone");
    }

    @Test
    void countsCharactersNotUnits() {
        assertThat(wrong(request("𠮷".repeat(200), "x".repeat(20_000), "13812341234", null, null)))
                .isEmpty();
        assertThat(wrong(request("题".repeat(201), "x".repeat(20_001), "13812341234", null, null)))
                .containsExactly("title", "content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812341234",
                "+86 138-1234-1234",
                "０２４２３４５６７８９",
                "024-23456789",
                "0411 8765 4321",
                "23456789",
                "4001234567",
                "+85221234567"
            })
    void takesNumbersThatCanBeRung(String phone) {
        assertThat(wrong(request("t", "c", phone, null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "123", "12812341234", "1381234123", "138123412345678", "', drop", "000000000"})
    void refusesNumbersThatAreNone(String phone) {
        assertThat(wrong(request("t", "c", phone, null, null))).containsExactly("caller.phone");
    }

    @Test
    void onlyAReportNotByPhoneMayBeAnonymous() {
        assertThat(wrong(anonymous(Channel.WEB, Kind.REPORT))).isEmpty();
        assertThat(wrong(anonymous(Channel.PHONE, Kind.REPORT))).containsExactly("caller.phone");
        assertThat(wrong(anonymous(Channel.WEB, Kind.COMPLAINT))).containsExactly("caller.phone");
    }

    @Test
    void aPositionNamesItsSystemAndLiesInTheProvince() {
        assertThat(wrong(at(123.4, 41.8, Crs.GCJ02))).isEmpty();
        assertThat(wrong(at(123.4, 41.8, null))).containsExactly("place.crs");
        assertThat(wrong(at(41.8, 123.4, Crs.WGS84))).containsExactly("place.longitude", "place.latitude");
        assertThat(wrong(at(123.4, null, Crs.WGS84))).containsExactly("place.latitude");
        assertThat(wrong(at(Double.NaN, 41.8, Crs.WGS84))).containsExactly("place.longitude");
        assertThat(wrong(at(null, null, Crs.WGS84))).containsExactly("place.crs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "2101", "210102001002x", "２１"})
    void aRegionMustBeKnown(String region) {
        assertThat(wrong(request("t", "c", "13812341234", new Location(null, region, null, null, null), null)))
                .containsExactly("place.region");
    }

    @Test
    void nothingHappensInTheFuture() {
        TicketRequest tomorrow =
                request("t", "c", "13812341234", null, OffsetDateTime.parse("2026-11-24T08:00:00+08:00"));
        assertThat(wrong(tomorrow)).containsExactly("happenedAt");
    }

    @Test
    void aSourceNumberIsOfLettersDigitsAndSomeSigns() {
        assertThat(wrong(from("shenyang:2026/17"))).isEmpty();
        assertThat(wrong(from("张三"))).containsExactly("sourceNumber");
        assertThat(wrong(from("１３８１２３４１２３４"))).containsExactly("sourceNumber");
    }

    @Test
    void aSourceNumberDoesNotTellWhoCalled() {
        Caller caller = new Caller("John Smith", "138-1234-1234", "21010219900101123X", null);
        assertThat(wrong(from("2026-17", caller))).isEmpty();
        assertThat(wrong(from("CALL-13812341234", caller))).containsExactly("sourceNumber");
        assertThat(wrong(from("id-21010219900101123x", caller))).containsExactly("sourceNumber");
    }

    private List<String> wrong(TicketRequest request) {
        return rules.check(request, NOW).stream().map(FieldError::field).toList();
    }

    private static TicketRequest request(
            String title,
            String content,
            @Nullable String phone,
            @Nullable Location place,
            @Nullable OffsetDateTime happenedAt) {
        return new TicketRequest(
                Channel.PHONE,
                Kind.COMPLAINT,
                title,
                content,
                null,
                new Caller("张三", phone, null, null),
                null,
                place,
                happenedAt,
                null,
                null);
    }

    private static TicketRequest anonymous(Channel channel, Kind kind) {
        return new TicketRequest(channel, kind, "t", "c", null, null, null, null, null, null, null);
    }

    private static TicketRequest at(@Nullable Double longitude, @Nullable Double latitude, @Nullable Crs crs) {
        return request("t", "c", "13812341234", new Location(null, "210102001002", longitude, latitude, crs), null);
    }

    private static TicketRequest from(String sourceNumber) {
        return from(sourceNumber, new Caller(null, "13812341234", null, null));
    }

    private static TicketRequest from(String sourceNumber, Caller caller) {
        return new TicketRequest(
                Channel.PLATFORM, Kind.HELP, "t", "c", null, caller, null, null, null, null, sourceNumber);
    }
}
