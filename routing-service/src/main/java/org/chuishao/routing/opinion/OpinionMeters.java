package org.chuishao.routing.opinion;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.chuishao.routing.opinion.KeptOpinions.Told;

/**
 * How the model does: {@code chuishao.opinion.asked} (requests, further tries counted), {@code .agreed} and
 * {@code .disagreed} with the first candidate, {@code .failed} by {@code sort}.
 */
@ApplicationScoped
class OpinionMeters {

    private final MeterRegistry meters;

    OpinionMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Told told) {
        meters.counter("chuishao.opinion.asked").increment(told.made().count());
        if (told.opinion() == null) {
            meters.counter(
                            "chuishao.opinion.failed",
                            "sort",
                            told.outcome().name().toLowerCase(Locale.ROOT))
                    .increment();
        } else {
            meters.counter(
                            Boolean.TRUE.equals(told.agrees())
                                    ? "chuishao.opinion.agreed"
                                    : "chuishao.opinion.disagreed")
                    .increment();
        }
    }
}
