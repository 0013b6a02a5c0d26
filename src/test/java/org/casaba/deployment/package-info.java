/**
 * The built WAR in the places where it has to run, and {@link org.casaba.deployment.ServerProcess}
 * for every test that needs one of them.
 */
package org.casaba.deployment;
