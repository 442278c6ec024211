package org.telvirt.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.metricshub.wbem.javax.cim.CIMArgument;
import org.metricshub.wbem.javax.cim.CIMInstance;
import org.metricshub.wbem.javax.cim.CIMObjectPath;
import org.metricshub.wbem.javax.cim.CIMProperty;
import org.metricshub.wbem.javax.wbem.CloseableIterator;
import org.metricshub.wbem.javax.wbem.WBEMException;
import org.metricshub.wbem.javax.wbem.client.PasswordCredential;
import org.metricshub.wbem.javax.wbem.client.UserPrincipal;
import org.metricshub.wbem.javax.wbem.client.WBEMClient;
import org.metricshub.wbem.javax.wbem.client.WBEMClientFactory;

/** The SBLIM client, as a management application would use it. */
final class WbemClient implements AutoCloseable {
    private final WBEMClient client;
    private final String host;
    private final String port;

    /** The return value of a method, and the arguments that came back. */
    record Reply(Object returnValue, List<CIMArgument<?>> out) {
        Object argument(String name) {
            for (CIMArgument<?> argument : out) {
                if (argument.getName().equalsIgnoreCase(name)) {
                    return argument.getValue();
                }
            }
            throw new AssertionError("no argument " + name);
        }
    }

    WbemClient(String address, String user, String password) throws WBEMException {
        String[] hostAndPort = address.split(":", 2);
        host = hostAndPort[0];
        port = hostAndPort[1];
        client = WBEMClientFactory.getClient("CIM-XML");
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        subject.getPrivateCredentials().add(new PasswordCredential(password));
        client.initialize(new CIMObjectPath("http", host, port, null, null, null), subject, new Locale[] {Locale.US});
    }

    CIMObjectPath path(String namespace, String className) {
        return new CIMObjectPath("http", host, port, namespace, className, new CIMProperty<?>[0]);
    }

    List<CIMInstance> enumerate(String namespace, String className) throws WBEMException {
        return list(client.enumerateInstances(path(namespace, className), true, false, false, null));
    }

    CIMInstance get(CIMObjectPath path) throws WBEMException {
        return client.getInstance(path, false, false, null);
    }

    List<CIMInstance> associators(CIMObjectPath path, String association, String resultClass) throws WBEMException {
        return list(client.associatorInstances(path, association, resultClass, null, null, false, null));
    }

    Reply invoke(CIMObjectPath path, String method, CIMArgument<?>... in) throws WBEMException {
        CIMArgument<?>[] out = new CIMArgument<?>[4];
        Object returnValue = client.invokeMethod(path, method, in, out);
        return new Reply(returnValue, Stream.of(out).filter(Objects::nonNull).toList());
    }

    private static <T> List<T> list(CloseableIterator<T> iterator) throws WBEMException {
        try {
            List<T> all = new ArrayList<>();
            iterator.forEachRemaining(all::add);
            if (iterator.getWBEMException() != null) {
                throw iterator.getWBEMException();
            }
            return all;
        } finally {
            iterator.close();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
