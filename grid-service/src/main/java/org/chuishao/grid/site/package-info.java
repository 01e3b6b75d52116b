/** How it is known that somebody is on site: near enough to it, or by the code that is shown there. */
@NullMarked
package org.chuishao.grid.site;

import org.jspecify.annotations.NullMarked;
