@NullMarked
package org.chuishao.intake.timeline;

import org.jspecify.annotations.NullMarked;
