@NullMarked
package org.chuishao.intake.number;

import org.jspecify.annotations.NullMarked;
