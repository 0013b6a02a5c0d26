/** The pages, in a real browser. */
@NullMarked
package org.casaba.browser;

import org.jspecify.annotations.NullMarked;
