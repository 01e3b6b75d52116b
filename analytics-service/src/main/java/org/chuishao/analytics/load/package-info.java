/** How many viewers are served without asking the database as often: shared answers, and turns for what takes long. */
@NullMarked
package org.chuishao.analytics.load;

import org.jspecify.annotations.NullMarked;
