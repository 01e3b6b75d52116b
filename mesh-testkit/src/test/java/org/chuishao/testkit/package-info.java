@NullMarked
package org.chuishao.testkit;

import org.jspecify.annotations.NullMarked;
