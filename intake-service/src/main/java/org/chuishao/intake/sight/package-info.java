/** Who called, as far as it may be shown. */
@NullMarked
package org.chuishao.intake.sight;

import org.jspecify.annotations.NullMarked;
