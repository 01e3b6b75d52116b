@NullMarked
package org.chuishao.intake.callback;

import org.jspecify.annotations.NullMarked;
