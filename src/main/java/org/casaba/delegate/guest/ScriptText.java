package org.casaba.delegate.guest;

/**
 * A script as it has been read.
 *
 * @param name the file's name without its folders, for messages
 */
public record ScriptText(ScriptLanguage language, String name, String text) {}
