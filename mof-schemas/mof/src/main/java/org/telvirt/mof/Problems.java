package org.telvirt.mof;

import org.telvirt.mof.source.MofException;

/** Takes what is wrong, one problem after the other. */
@FunctionalInterface
interface Problems {
    /**
     * Takes a problem.
     *
     * @throws MofException to look for no more
     */
    void add(MofException problem) throws MofException;
}
