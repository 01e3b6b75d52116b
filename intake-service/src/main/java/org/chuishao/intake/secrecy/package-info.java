/** Who made a ticket is kept secret, or no longer (保密). */
@NullMarked
package org.chuishao.intake.secrecy;

import org.jspecify.annotations.NullMarked;
