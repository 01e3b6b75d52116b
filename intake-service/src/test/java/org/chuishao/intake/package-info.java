@NullMarked
package org.chuishao.intake;

import org.jspecify.annotations.NullMarked;
