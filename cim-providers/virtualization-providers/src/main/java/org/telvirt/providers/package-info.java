/**
 * The DMTF virtualization profiles over the facility: CIM words to domain words and back, one package per profile, each
 * with its names, its pure mappers, and providers that find by key and never by walking.
 *
 * <p>A method's refusal is a return value, as the class of the method lists it. What the number cannot say is in a job
 * that the Job parameter names even then: it is over, its errors say what, why and what to do, and it is kept as long as
 * any finished job. An instance that is not there is NOT_FOUND; nothing else becomes an error of the operation.
 */
@NullMarked
package org.telvirt.providers;

import org.jspecify.annotations.NullMarked;
