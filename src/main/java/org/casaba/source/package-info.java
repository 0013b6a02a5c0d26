/** Where images come from: an identifier becomes content. */
@NullMarked
package org.casaba.source;

import org.jspecify.annotations.NullMarked;
