/** What of a ticket is shown to whom: masks, scrubbed words, facts only. */
@NullMarked
package org.chuishao.intake.sight;

import org.jspecify.annotations.NullMarked;
