@NullMarked
package org.chuishao.intake.sight;

import org.jspecify.annotations.NullMarked;
