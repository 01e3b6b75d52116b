/** The citizen takes a ticket back (撤销). */
@NullMarked
package org.chuishao.intake.withdrawal;

import org.jspecify.annotations.NullMarked;
