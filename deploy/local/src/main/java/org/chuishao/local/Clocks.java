package org.chuishao.local;

import org.chuishao.testkit.ShiftableClock;

/** The clocks of the local run's databases. */
final class Clocks {

    private Clocks() {}

    static ShiftableClock of(Service service, String postgres, String password) {
        return new ShiftableClock(
                "jdbc:postgresql://" + postgres + "/" + service.title(), service.title() + "_owner", password);
    }
}
