package org.telvirt.facility.view;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.telvirt.hypervisor.Hypervisor;

/** An engine whose calls are noted by name. */
final class CountingEngine {
    private final List<String> calls = new ArrayList<>();
    private final Hypervisor engine;

    CountingEngine(Hypervisor counted) {
        this.engine = (Hypervisor) Proxy.newProxyInstance(
                Hypervisor.class.getClassLoader(), new Class<?>[] {Hypervisor.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    try {
                        return method.invoke(counted, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    Hypervisor engine() {
        return engine;
    }

    /** The calls since the last time this was asked. */
    List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }
}
