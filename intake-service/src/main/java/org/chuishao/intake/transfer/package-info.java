/** A ticket is handed to 110, 119, 120 or 122, who take it or do not (紧急转接). */
@NullMarked
package org.chuishao.intake.transfer;

import org.jspecify.annotations.NullMarked;
