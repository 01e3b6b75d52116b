/** Parts of a body, read as strictly as whole ones. */
@NullMarked
package org.chuishao.grid.json;

import org.jspecify.annotations.NullMarked;
