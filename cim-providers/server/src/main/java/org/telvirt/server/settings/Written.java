package org.telvirt.server.settings;

/**
 * A value as somebody wrote it.
 *
 * @param origin where it stands, such as {@code --http-port} or {@code telvirt.conf:3}
 */
public record Written(String text, String origin) {}
