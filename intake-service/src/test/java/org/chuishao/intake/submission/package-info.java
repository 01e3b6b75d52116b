@NullMarked
package org.chuishao.intake.submission;

import org.jspecify.annotations.NullMarked;
