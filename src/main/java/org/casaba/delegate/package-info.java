/**
 * Who may see what: the institution's own rules, asked before anything is cached or rendered. A
 * {@link org.casaba.delegate.Delegate} opens an {@link org.casaba.delegate.Inquiry} for each
 * request, and service puts its questions to that.
 */
@NullMarked
package org.casaba.delegate;

import org.jspecify.annotations.NullMarked;
