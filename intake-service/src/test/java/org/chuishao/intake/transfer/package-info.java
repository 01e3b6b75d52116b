@NullMarked
package org.chuishao.intake.transfer;

import org.jspecify.annotations.NullMarked;
