/** The caller in clear, for a reason that is kept. */
@NullMarked
package org.chuishao.intake.reveal;

import org.jspecify.annotations.NullMarked;
