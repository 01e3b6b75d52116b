/** The whole mesh, from the packaged services: killed, doubled, poisoned, and searched for what it must not tell. */
@NullMarked
package org.chuishao.local.mesh;

import org.jspecify.annotations.NullMarked;
