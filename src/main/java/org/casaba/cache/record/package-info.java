/**
 * Where derivatives are kept for several servers, and for the time after a restart: {@link
 * org.casaba.cache.record.DirectoryRecord} in a tree of files, {@link
 * org.casaba.cache.record.ClusteredRecord} in the memory of a Terracotta server. What is slow, full
 * or gone is done without, by {@link org.casaba.cache.record.Circuit}.
 */
@NullMarked
package org.casaba.cache.record;

import org.jspecify.annotations.NullMarked;
