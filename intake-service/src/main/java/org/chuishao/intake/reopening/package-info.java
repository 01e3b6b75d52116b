/** A settled ticket is taken up again within the window. */
@NullMarked
package org.chuishao.intake.reopening;

import org.jspecify.annotations.NullMarked;
