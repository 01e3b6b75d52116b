/** The cockpit as people see it: a real Chromium clicks through it. */
@NullMarked
package org.chuishao.analytics.browser;

import org.jspecify.annotations.NullMarked;
