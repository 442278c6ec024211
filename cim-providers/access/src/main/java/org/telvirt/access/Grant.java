package org.telvirt.access;

/** One activity in one scope. */
public record Grant(Activity activity, Scope scope) {}
