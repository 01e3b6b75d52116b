/** A picture file is told by its content, read within limits, and written anew with nothing in it but the picture. */
@NullMarked
package org.chuishao.grid.evidence.picture;

import org.jspecify.annotations.NullMarked;
