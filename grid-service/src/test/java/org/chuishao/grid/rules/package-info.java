@NullMarked
package org.chuishao.grid.rules;

import org.jspecify.annotations.NullMarked;
