/** What people write, sealed. */
@NullMarked
package org.chuishao.grid.words;

import org.jspecify.annotations.NullMarked;
