/** The command that sends a file of messages through a running mesh and reckons what became of them. */
@NullMarked
package org.chuishao.local.replay;

import org.jspecify.annotations.NullMarked;
