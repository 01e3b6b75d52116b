@NullMarked
package org.chuishao.intake.warning;

import org.jspecify.annotations.NullMarked;
