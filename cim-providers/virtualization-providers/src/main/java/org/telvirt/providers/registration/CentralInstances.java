package org.telvirt.providers.registration;

import org.telvirt.cim.CimNamespace;
import org.telvirt.provider.InstanceProvider;

/**
 * The central instances of a profile: where a client begins to use it.
 *
 * @param namespace where they are
 */
record CentralInstances(Profile profile, InstanceProvider instances, CimNamespace namespace) {}
