/** Bytes that can be read at any position, and what tells their versions apart. */
@NullMarked
package org.casaba.content;

import org.jspecify.annotations.NullMarked;
