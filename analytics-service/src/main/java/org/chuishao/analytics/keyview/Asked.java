package org.chuishao.analytics.keyview;

import org.chuishao.analytics.figures.Period;

/**
 * What a view is asked of.
 *
 * @param before what growth is against
 * @param own a grid that is asked about by those who work in it: nothing is withheld
 */
record Asked(Period period, Period before, String region, boolean own) {

    /** Against as many days right before. */
    static Asked of(Period period, String region, boolean own) {
        long days = period.to().toEpochDay() - period.from().toEpochDay() + 1;
        Period before = new Period(period.from().minusDays(days), period.from().minusDays(1));
        return new Asked(period, before, region, own);
    }
}
