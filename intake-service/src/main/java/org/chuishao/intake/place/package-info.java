/** Where a matter is, as a client says it, and what has to be right about that. */
@NullMarked
package org.chuishao.intake.place;

import org.jspecify.annotations.NullMarked;
