/** Where finished photos lie: a folder, or S3 and what speaks like it. */
@NullMarked
package org.chuishao.grid.evidence.storage;

import org.jspecify.annotations.NullMarked;
