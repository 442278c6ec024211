package org.telvirt.server;

final class Training {
    private Training() {}

    static void run() {}
}
