/** What is settled for good is sealed, one archive chained to the one before it (归档). */
@NullMarked
package org.chuishao.intake.archive;

import org.jspecify.annotations.NullMarked;
