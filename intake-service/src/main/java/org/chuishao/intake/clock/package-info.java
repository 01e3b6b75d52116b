/** Intake's own clocks: what starts and ends them. */
@NullMarked
package org.chuishao.intake.clock;

import org.jspecify.annotations.NullMarked;
