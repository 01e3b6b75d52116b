/** The log and its callers, as tests of this service play them. */
@NullMarked
package org.chuishao.grid.log;

import org.jspecify.annotations.NullMarked;
