/** How people are told, as it is set: by which ways, and in which words. */
@NullMarked
package org.chuishao.grid.notification.setting;

import org.jspecify.annotations.NullMarked;
