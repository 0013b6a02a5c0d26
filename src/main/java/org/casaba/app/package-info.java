/** The composition root: builds the parts in order and closes them in reverse. */
@NullMarked
package org.casaba.app;

import org.jspecify.annotations.NullMarked;
