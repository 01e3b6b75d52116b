/** Rules of the code that hold in mesh and in every service; {@code RulesTest} of each checks them. */
@NullMarked
package org.chuishao.testkit.architecture;

import org.jspecify.annotations.NullMarked;
