/** An earlier node is corrected by a new one; nothing is edited (更正). */
@NullMarked
package org.chuishao.intake.correction;

import org.jspecify.annotations.NullMarked;
