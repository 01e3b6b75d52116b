package org.chuishao.analytics.rates;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.figures.Period;
import org.jspecify.annotations.Nullable;

/** The figures as they are published, for other pages of this service: named, ranked and withheld in the same way. */
@ApplicationScoped
public class PublishedRates {

    private final ShowRates show;
    private final RateConfig config;

    PublishedRates(ShowRates show, RateConfig config) {
        this.show = show;
        this.config = config;
    }

    /**
     * A figure in the caller's scope; that the region lies there was asked before.
     *
     * @param figure by its name in requests, such as {@code solution-rate}
     * @param by what it is split by, such as {@code region} or {@code none}
     * @param level of places; of no account otherwise
     */
    public Uni<RateView> of(
            String figure, Period period, String region, @Nullable String category, String by, Level level) {
        Asked asked = new Asked(Figure.of(figure), period, region, null, null, category, null, null);
        return show.of(asked, By.of(by), level);
    }

    /** The smallest count of persons that is published. */
    public int personsFrom() {
        return config.personsFrom();
    }

    /** The smallest number of cases that is ranked. */
    public int rankedFrom() {
        return config.rankedFrom();
    }
}
