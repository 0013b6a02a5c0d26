/** From a request and an image's facts to what is to be rendered, within limits. Pure. */
@NullMarked
package org.casaba.plan;

import org.jspecify.annotations.NullMarked;
