/** A ticket is closed though it is not solved: explained, or promised. */
@NullMarked
package org.chuishao.intake.closure;

import org.jspecify.annotations.NullMarked;
