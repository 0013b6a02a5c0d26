/** Runs a plan: a chain of steps over rows of pixels, from a decoder to an encoder. */
@NullMarked
package org.casaba.render;

import org.jspecify.annotations.NullMarked;
