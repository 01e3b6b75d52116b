@NullMarked
package org.chuishao.local;

import org.jspecify.annotations.NullMarked;
