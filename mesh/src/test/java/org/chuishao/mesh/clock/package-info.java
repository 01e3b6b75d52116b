@NullMarked
package org.chuishao.mesh.clock;

import org.jspecify.annotations.NullMarked;
