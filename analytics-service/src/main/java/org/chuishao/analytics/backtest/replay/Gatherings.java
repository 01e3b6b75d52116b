package org.chuishao.analytics.backtest.replay;

import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.window.Gathering;

/** What the windows of a rule are gathered by. */
public final class Gatherings {

    private Gatherings() {}

    public static Gathering of(WarningRule rule) {
        return switch (rule) {
            case CLUSTER -> Gathering.PLACE;
            case FACILITY -> Gathering.NETWORK;
            case REPEAT, QUALITY -> Gathering.PERSON;
            case ANOMALY -> Gathering.COUNTY;
            case SEASON, SAFETY -> throw new IllegalArgumentException(rule + " counts over no windows");
        };
    }
}
