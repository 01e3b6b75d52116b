/** The people of the mesh, played: dispatchers, workers and units, reviewers, the callback desk. */
@NullMarked
package org.chuishao.local.replay.desk;

import org.jspecify.annotations.NullMarked;
