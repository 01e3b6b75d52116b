@org.jspecify.annotations.NullMarked
package org.chuishao.intake.ticket;
