/**
 * What delegate scripts are given beside their language: {@code http}, {@code log}, {@code
 * settings} and {@code cache}. {@link org.casaba.delegate.host.HostObjects} makes them. They are
 * polyglot proxies, so that they work alike in JavaScript and Python and let through nothing of
 * Java; all contexts share them.
 */
@NullMarked
package org.casaba.delegate.host;

import org.jspecify.annotations.NullMarked;
