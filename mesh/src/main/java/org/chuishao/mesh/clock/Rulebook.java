package org.chuishao.mesh.clock;

import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.mesh.calendar.WorkCalendar;

/** The calendar and the clock rules in force: those that come with the product, until this service learns of others. */
@ApplicationScoped
public class Rulebook {

    private volatile Counting counting = new Counting(ClockRules.shipped(), WorkCalendar.shipped());

    public Counting counting() {
        return counting;
    }

    public WorkCalendar calendar() {
        return counting.calendar();
    }

    public ClockRules rules() {
        return counting.rules();
    }

    /** Clocks are armed by these from now on; those that run are not moved by it. */
    public void take(Counting now) {
        counting = now;
    }
}
