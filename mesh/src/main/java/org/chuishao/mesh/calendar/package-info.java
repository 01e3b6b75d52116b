/** Working time and limits as data: calendars of working days, clock rules, and the instants that come of both. */
@NullMarked
package org.chuishao.mesh.calendar;

import org.jspecify.annotations.NullMarked;
