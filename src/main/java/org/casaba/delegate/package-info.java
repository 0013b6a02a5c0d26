/** Who may see what: the institution's own rules, asked before anything is cached or rendered. */
@NullMarked
package org.casaba.delegate;

import org.jspecify.annotations.NullMarked;
