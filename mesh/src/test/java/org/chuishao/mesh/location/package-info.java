@NullMarked
package org.chuishao.mesh.location;

import org.jspecify.annotations.NullMarked;
