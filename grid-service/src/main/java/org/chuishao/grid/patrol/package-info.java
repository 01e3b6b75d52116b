/** What a grid worker finds on patrol (巡查上报): a ticket like any other, before anybody complains. */
@NullMarked
package org.chuishao.grid.patrol;

import org.jspecify.annotations.NullMarked;
