/** From a position in any of the systems in use to the county that it lies in. */
@NullMarked
package org.chuishao.mesh.location;

import org.jspecify.annotations.NullMarked;
