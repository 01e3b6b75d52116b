package org.chuishao.mesh.calendar;

import java.time.Instant;

/**
 * When a clock falls due; an act at this very instant is still in time.
 *
 * @param provisional it rests on days of a year whose holidays are not known yet, counted Monday to Friday
 * @param calendarVersion of the calendar that it was computed by
 */
public record Due(Instant at, boolean provisional, String calendarVersion) {}
