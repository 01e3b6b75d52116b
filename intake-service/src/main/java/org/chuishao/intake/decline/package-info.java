/** A ticket that is not for the hotline is declined, and its citizen told the proper way (不予受理). */
@NullMarked
package org.chuishao.intake.decline;

import org.jspecify.annotations.NullMarked;
