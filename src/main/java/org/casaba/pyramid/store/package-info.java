/**
 * Keeps pyramids of images that have no tiles of their own: {@link
 * org.casaba.pyramid.store.Pyramids} has them built in the background once a picture has been asked
 * for, and answers later requests from them.
 */
@NullMarked
package org.casaba.pyramid.store;

import org.jspecify.annotations.NullMarked;
