package org.telvirt.sdk.cimxml;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;
import org.metricshub.wbem.javax.cim.CIMArgument;
import org.metricshub.wbem.javax.cim.CIMInstance;
import org.metricshub.wbem.javax.cim.CIMObjectPath;
import org.metricshub.wbem.javax.wbem.CloseableIterator;
import org.metricshub.wbem.javax.wbem.WBEMException;
import org.metricshub.wbem.javax.wbem.client.PasswordCredential;
import org.metricshub.wbem.javax.wbem.client.UserPrincipal;
import org.metricshub.wbem.javax.wbem.client.WBEMClient;
import org.metricshub.wbem.sblim.cimclient.WBEMConfigurationProperties;
import org.metricshub.wbem.sblim.cimclient.internal.wbem.WBEMClientCIMXML;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.sdk.CimConnection;

/** A connection over CIM-XML. Nothing is sent before the first call. Safe for use by many threads. */
public final class CimXmlConnection implements CimConnection {
    private static final int MOST_OUTPUTS = 32;
    private static final int HTTP_PORT = 5988;
    private static final int HTTPS_PORT = 5989;

    private final WBEMClient client;
    private final Translation translation;
    private final URI server;

    private CimXmlConnection(WBEMClient client, ConnectionSettings settings) {
        this.client = client;
        this.translation = new Translation(settings.namespace());
        this.server = settings.server();
    }

    /**
     * A connection with these settings.
     *
     * @throws CimException FAILED: it cannot be set up
     */
    public static CimXmlConnection open(ConnectionSettings settings) throws CimException {
        URI server = settings.server();
        boolean secure = "https".equals(server.getScheme());
        int port = server.getPort() >= 0 ? server.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        try {
            WBEMClientCIMXML client = new WBEMClientCIMXML();
            if (secure) {
                SSLContext context = settings.tls() == null ? SSLContext.getDefault() : settings.tls();
                client.setCustomSocketFactory(new VerifyingSocketFactory(context));
            }
            client.setProperty(
                    WBEMConfigurationProperties.HTTP_TIMEOUT,
                    Long.toString(settings.timeout().toMillis()));
            Subject subject = new Subject();
            subject.getPrincipals().add(new UserPrincipal(settings.user()));
            subject.getPrivateCredentials().add(new PasswordCredential(settings.password()));
            CIMObjectPath place =
                    new CIMObjectPath(server.getScheme(), server.getHost(), Integer.toString(port), null, null, null);
            client.initialize(place, subject, new Locale[] {Locale.getDefault()});
            return new CimXmlConnection(client, settings);
        } catch (WBEMException | NoSuchAlgorithmException e) {
            throw new CimException(
                    CimStatus.FAILED, "Cannot connect to " + server + ": " + e.getMessage(), List.of(), e);
        }
    }

    /** One call of the library. */
    @FunctionalInterface
    private interface Call<T> {
        T perform() throws WBEMException;
    }

    private <T> T perform(Call<T> call) throws CimException {
        try {
            return call.perform();
        } catch (WBEMException e) {
            throw failure(e);
        }
    }

    private CimException failure(WBEMException e) {
        CimStatus status = CimStatus.of(e.getID());
        String said = e.getMessage() == null ? e.toString() : e.getMessage();
        return status == null || status == CimStatus.FAILED
                ? new CimException(CimStatus.FAILED, server + ": " + said, List.of(), e)
                : new CimException(status, said, List.of(), e);
    }

    private <F, T> List<T> all(Call<@Nullable CloseableIterator<F>> call, Function<F, T> translate)
            throws CimException {
        return perform(() -> {
            CloseableIterator<F> found = call.perform();
            List<T> all = new ArrayList<>();
            if (found == null) {
                return all;
            }
            try {
                while (found.hasNext()) {
                    all.add(translate.apply(found.next()));
                }
                if (found.getWBEMException() != null) {
                    throw found.getWBEMException();
                }
                return all;
            } finally {
                found.close();
            }
        });
    }

    private static @Nullable String text(@Nullable CimName name) {
        return name == null ? null : name.toString();
    }

    @Override
    public CimInstance get(CimInstancePath path) throws CimException {
        CIMObjectPath there = translation.out(path);
        CIMInstance found = perform(() -> client.getInstance(there, false, false, null));
        return translation.in(found).at(path);
    }

    @Override
    public List<CimInstance> instances(CimName className) throws CimException {
        CIMObjectPath there = translation.out(className);
        return all(() -> client.enumerateInstances(there, true, false, false, null), translation::in);
    }

    @Override
    public List<CimInstance> associators(CimInstancePath source, AssociationFilter filter) throws CimException {
        CIMObjectPath there = translation.out(source);
        return all(
                () -> client.associatorInstances(
                        there,
                        text(filter.associationClass()),
                        text(filter.resultClass()),
                        text(filter.role()),
                        text(filter.resultRole()),
                        false,
                        null),
                translation::in);
    }

    @Override
    public List<CimInstance> references(CimInstancePath source, AssociationFilter filter) throws CimException {
        CIMObjectPath there = translation.out(source);
        return all(
                () -> client.referenceInstances(
                        there, text(filter.associationClass()), text(filter.role()), false, null),
                translation::in);
    }

    @Override
    public CimInstancePath create(CimInstance instance) throws CimException {
        CIMInstance there = translation.out(instance);
        return translation.in(perform(() -> client.createInstance(there)));
    }

    @Override
    public void modify(CimInstance instance) throws CimException {
        if (instance.path() == null) {
            throw new IllegalArgumentException("An instance without a path cannot be modified: " + instance);
        }
        CIMInstance there = translation.out(instance);
        String[] names = instance.properties().stream()
                .map(property -> property.name().toString())
                .toArray(String[]::new);
        perform(() -> {
            client.modifyInstance(there, names);
            return names;
        });
    }

    @Override
    public void delete(CimInstancePath path) throws CimException {
        CIMObjectPath there = translation.out(path);
        perform(() -> {
            client.deleteInstance(there);
            return there;
        });
    }

    @Override
    public MethodResult call(CimInstancePath target, CimName method, List<CimArgument> arguments) throws CimException {
        CIMObjectPath there = translation.out(target);
        // what is left out is NULL, and needs no type, which nobody may know here
        CIMArgument<?>[] inputs = arguments.stream()
                .filter(argument -> argument.value() != null)
                .map(translation::out)
                .toArray(CIMArgument<?>[]::new);
        CIMArgument<?>[] outputs = new CIMArgument<?>[MOST_OUTPUTS];
        Object code = perform(() -> client.invokeMethod(there, method.toString(), inputs, outputs));
        List<CimArgument> given = new ArrayList<>();
        for (CIMArgument<?> output : outputs) {
            if (output != null && output.getValue() != null) {
                given.add(translation.in(output));
            }
        }
        CimValue value = translation.in(code);
        return new MethodResult(value, given);
    }

    @Override
    public void close() {
        client.close();
    }

    /** The server. */
    @Override
    public String toString() {
        return Objects.toString(server);
    }
}
