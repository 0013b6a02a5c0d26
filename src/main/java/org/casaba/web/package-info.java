/** HTTP: paths to requests, answers to responses, exceptions to statuses. */
@NullMarked
package org.casaba.web;

import org.jspecify.annotations.NullMarked;
