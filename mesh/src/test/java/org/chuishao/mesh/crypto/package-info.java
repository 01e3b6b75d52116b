@NullMarked
package org.chuishao.mesh.crypto;

import org.jspecify.annotations.NullMarked;
