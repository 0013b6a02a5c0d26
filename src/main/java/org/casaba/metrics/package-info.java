/** What the server tells about itself: counts, and whether it is well. */
@NullMarked
package org.casaba.metrics;

import org.jspecify.annotations.NullMarked;
