/** The call back to the citizen, whose word settles the ticket (回访). */
@NullMarked
package org.chuishao.intake.callback;

import org.jspecify.annotations.NullMarked;
