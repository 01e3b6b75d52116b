/** Being told (告知送达): who is told of what, by which ways, whether it reached him, and who is told if it did not. */
@NullMarked
package org.chuishao.grid.notification;

import org.jspecify.annotations.NullMarked;
