package org.chuishao.grid.notification;

import java.util.List;
import org.chuishao.mesh.calendar.Hours;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * By which ways an addressee is told.
 *
 * @param region holds in it and all that lies in it; empty anywhere
 * @param channels one after the other
 * @param seconds within which each has to bring a receipt
 * @param climbs undelivered by all of them it goes to the next addressee
 * @param quiet what falls into these hours waits for their end; null where nothing waits
 */
record TellingRule(
        Severity severity,
        Addressee addressee,
        String region,
        List<Channel> channels,
        int seconds,
        boolean climbs,
        @Nullable Hours quiet) {

    boolean isFor(Severity level, Addressee whom, String place) {
        return severity == level && addressee == whom && place.startsWith(region);
    }
}
