/** A ticket is left out of the rates, or not, after a review (不合理诉求认定). */
@NullMarked
package org.chuishao.intake.exclusion;

import org.jspecify.annotations.NullMarked;
