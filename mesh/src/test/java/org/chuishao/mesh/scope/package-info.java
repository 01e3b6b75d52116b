@NullMarked
package org.chuishao.mesh.scope;

import org.jspecify.annotations.NullMarked;
