/** How a province changes its rules: tables that are tried, imported as versions, and exported again. */
@NullMarked
package org.chuishao.routing.revision;

import org.jspecify.annotations.NullMarked;
