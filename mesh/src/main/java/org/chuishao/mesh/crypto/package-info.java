/** Personal data at rest and content on the log: key rings, AES-GCM sealing, the keyed hash of a caller. */
@NullMarked
package org.chuishao.mesh.crypto;

import org.jspecify.annotations.NullMarked;
