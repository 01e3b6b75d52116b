@NullMarked
package org.chuishao.mesh.sight;

import org.jspecify.annotations.NullMarked;
