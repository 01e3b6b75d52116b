/** A patient client of the mesh: it asks again under the same key until it knows. */
@NullMarked
package org.chuishao.local.replay.client;

import org.jspecify.annotations.NullMarked;
