/** Between values and what a statement takes and gives. */
@NullMarked
package org.chuishao.mesh.sql;

import org.jspecify.annotations.NullMarked;
