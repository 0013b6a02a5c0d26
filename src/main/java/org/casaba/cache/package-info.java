/** What has been rendered or read before. */
@NullMarked
package org.casaba.cache;

import org.jspecify.annotations.NullMarked;
