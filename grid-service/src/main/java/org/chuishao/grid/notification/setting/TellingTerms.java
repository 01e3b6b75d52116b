package org.chuishao.grid.notification.setting;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * By which ways an addressee is told.
 *
 * @param channels one after the other
 * @param seconds within which each has to bring a receipt, 10 to 86,400
 * @param climbs undelivered by all of them it goes to the next addressee
 * @param quietFrom Beijing time; what falls between the two waits for the end; they may pass midnight
 */
record TellingTerms(
        @NotNull @Size(min = 1, max = 3) List<@NotNull Channel> channels,
        @NotNull @Min(10) @Max(86_400) Integer seconds,
        @NotNull Boolean climbs,
        @Nullable @JsonFormat(pattern = "HH:mm") LocalTime quietFrom,
        @Nullable @JsonFormat(pattern = "HH:mm") LocalTime quietTo) {

    /** @throws Problem 400 naming the field that is wrong */
    void require(Severity severity) {
        if (EnumSet.copyOf(channels).size() < channels.size()) {
            throw Problem.invalid("channels", "must name each channel once");
        }
        if (quietFrom == null && quietTo == null) {
            return;
        }
        if (severity == Severity.CRITICAL || severity == Severity.URGENT) {
            throw Problem.invalid(
                    quietFrom == null ? "quietTo" : "quietFrom",
                    "must be left out: what is " + severity + " cannot wait");
        }
        if (quietFrom == null || quietTo == null) {
            throw Problem.invalid(quietFrom == null ? "quietFrom" : "quietTo", "is needed: quiet hours have two ends");
        }
        if (quietFrom.equals(quietTo)) {
            throw Problem.invalid("quietTo", "must not be quietFrom again: quiet hours are not the whole day");
        }
    }
}
