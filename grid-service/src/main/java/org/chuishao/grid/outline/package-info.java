/** Outlines of regions: what a file says of one, and what lies in it. */
@NullMarked
package org.chuishao.grid.outline;

import org.jspecify.annotations.NullMarked;
