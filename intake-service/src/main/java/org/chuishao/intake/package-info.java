/** Intake: the citizen's side of a ticket, from its submission to the verdict. */
@NullMarked
package org.chuishao.intake;

import org.jspecify.annotations.NullMarked;
