/** A ticket is answered at once, without a dispatch (直接答复). */
@NullMarked
package org.chuishao.intake.answer;

import org.jspecify.annotations.NullMarked;
