package org.chuishao.analytics.warning.rule;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.chuishao.analytics.warning.window.Days;
import org.chuishao.analytics.warning.window.Rules;
import org.chuishao.analytics.warning.window.StepBook;

/** The rules over windows, by the steps and days in force. */
class RulesInForce {

    @Produces
    @Singleton
    Rules rules(StepBook book, Days days, MeaningConfig config) {
        return new Rules(book, days, config.alike());
    }
}
