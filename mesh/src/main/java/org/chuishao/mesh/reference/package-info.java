/** Reference data that grid publishes and every service keeps a copy of: regions and units. */
@NullMarked
package org.chuishao.mesh.reference;

import org.jspecify.annotations.NullMarked;
