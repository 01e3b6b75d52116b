/** A confirmed warning becomes a ticket (未诉先办), and the complaints that stand in it join that one. */
@NullMarked
package org.chuishao.intake.warning;

import org.jspecify.annotations.NullMarked;
