/** Benchmarks: each starts a mesh of its own, measures, checks that nothing was lost, and prints its figures. */
@NullMarked
package org.chuishao.bench;

import org.jspecify.annotations.NullMarked;
