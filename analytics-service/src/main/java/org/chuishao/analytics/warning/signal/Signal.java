package org.chuishao.analytics.warning.signal;

import java.time.Instant;
import org.chuishao.analytics.warning.window.Gathered;
import org.chuishao.analytics.warning.window.Seen;

/**
 * A complaint has come to stand under something, or stands there no more.
 *
 * @param version how many of the ticket's events it rests on: what has a lower one is out of date
 * @param saidAt when the event was written that made it so
 */
public record Signal(Gathered gathered, Seen seen, boolean stands, int version, Instant saidAt) {}
