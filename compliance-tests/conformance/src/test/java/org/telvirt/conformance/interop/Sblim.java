package org.telvirt.conformance.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.metricshub.wbem.javax.cim.CIMDataType;
import org.metricshub.wbem.javax.cim.CIMInstance;
import org.metricshub.wbem.javax.cim.CIMObjectPath;
import org.metricshub.wbem.javax.cim.CIMProperty;
import org.metricshub.wbem.javax.wbem.CloseableIterator;
import org.metricshub.wbem.javax.wbem.WBEMException;
import org.metricshub.wbem.javax.wbem.client.PasswordCredential;
import org.metricshub.wbem.javax.wbem.client.UserPrincipal;
import org.metricshub.wbem.javax.wbem.client.WBEMClient;
import org.metricshub.wbem.javax.wbem.client.WBEMClientFactory;

/** The SBLIM client on one namespace, with what keeps the tests short. */
final class Sblim implements AutoCloseable {
    private final WBEMClient client;
    private final String host;
    private final String port;
    private final String namespace;

    Sblim(String address, String namespace, String user, String password) throws WBEMException {
        String[] parts = address.split(":", 2);
        host = parts[0];
        port = parts[1];
        this.namespace = namespace;
        client = WBEMClientFactory.getClient("CIM-XML");
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        subject.getPrivateCredentials().add(new PasswordCredential(password));
        client.initialize(path(null), subject, new Locale[] {Locale.US});
    }

    WBEMClient client() {
        return client;
    }

    /** The path of a class, or of an instance with these keys; null: of the namespace. */
    CIMObjectPath path(String className, CIMProperty<?>... keys) {
        return new CIMObjectPath("http", host, port, namespace, className, keys);
    }

    CIMObjectPath thing(String id) {
        return path("TST_Thing", key("ID", CIMDataType.STRING_T, id));
    }

    CIMInstance newThing(String id, CIMProperty<?>... more) {
        CIMProperty<?>[] properties = Stream.concat(Stream.of(key("ID", CIMDataType.STRING_T, id)), Stream.of(more))
                .toArray(CIMProperty<?>[]::new);
        return new CIMInstance(path("TST_Thing"), properties);
    }

    static <T> CIMProperty<T> key(String name, CIMDataType type, T value) {
        return new CIMProperty<>(name, type, value, true, false, null);
    }

    static <T> CIMProperty<T> property(String name, CIMDataType type, T value) {
        return new CIMProperty<>(name, type, value);
    }

    CIMInstance get(CIMObjectPath path) throws WBEMException {
        return client.getInstance(path, false, false, null);
    }

    static <T> List<T> list(CloseableIterator<T> iterator) throws WBEMException {
        Objects.requireNonNull(iterator, "the client gave no list");
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
