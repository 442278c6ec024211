package org.telvirt.facility.transition;

/**
 * What is done when the deadline of a wish passes, instead of giving it up. It goes on with the same job.
 *
 * @param wish for the same system; it is never asked for by itself
 * @param said to whoever looks at the job from then on
 */
record LastResort(Wish wish, Work work, String said) {}
