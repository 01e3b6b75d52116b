/** Every event of a ticket as it was read from the log. */
@NullMarked
package org.chuishao.intake.timeline;

import org.jspecify.annotations.NullMarked;
