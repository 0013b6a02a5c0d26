/** What the blocks of the engine cost one by one, measured by JMH on the sample images. */
@NullMarked
package org.casaba.benchmark.block;

import org.jspecify.annotations.NullMarked;
