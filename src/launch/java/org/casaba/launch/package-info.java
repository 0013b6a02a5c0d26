/**
 * What {@code java -jar casaba.war} runs: understands the command line, unpacks the archive into a
 * directory that is kept, and hands over to the Tomcat inside. Compiled for Java 8, so that an old
 * JDK gets a sentence instead of a stack trace; part of the archive's root, not of the web
 * application.
 */
package org.casaba.launch;
