/** The whistle that calls departments in (社区吹哨、部门报到). */
@NullMarked
package org.chuishao.grid.whistle;

import org.jspecify.annotations.NullMarked;
