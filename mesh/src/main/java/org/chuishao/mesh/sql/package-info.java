/** Between values and what a statement takes and gives, and what it says where it fails. */
@NullMarked
package org.chuishao.mesh.sql;

import org.jspecify.annotations.NullMarked;
