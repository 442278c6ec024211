package org.telvirt.hypervisor.libvirt.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate authority for one test, and what it has signed, in the files that libvirt reads: one folder for a server
 * on this machine, one for a client.
 */
public record Authority(Path server, Path client) {
    private static final String PASSWORD = "changeit";

    /** Makes one by the JDK's own tool, in a folder that exists. */
    public static Authority in(Path folder, String name) {
        try {
            Path keys = folder.resolve(name + ".p12");
            generate(keys, "ca", "CN=" + name, "bc:critical=ca:true", "ku=keyCertSign");
            generate(keys, "server", "CN=127.0.0.1", "san=ip:127.0.0.1,dns:localhost", "eku=serverAuth");
            generate(keys, "client", "CN=" + name + " client", "eku=clientAuth");
            Authority authority = new Authority(folder.resolve(name + "-server"), folder.resolve(name + "-client"));
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream content = Files.newInputStream(keys)) {
                store.load(content, PASSWORD.toCharArray());
            }
            write(store, "server", authority.server);
            write(store, "client", authority.client);
            return authority;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void generate(Path keys, String alias, String subject, String... extensions) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA", // GnuTLS cannot read the JDK's keys on elliptic curves
                "-alias",
                alias,
                "-dname",
                subject,
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD));
        for (String extension : extensions) {
            command.addAll(List.of("-ext", extension));
        }
        if (!alias.equals("ca")) {
            command.addAll(List.of("-signer", "ca"));
        }
        PrivateLibvirtd.run(new ProcessBuilder(command));
    }

    private static void write(KeyStore store, String alias, Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        pem(
                folder.resolve("cacert.pem"),
                "CERTIFICATE",
                store.getCertificate("ca").getEncoded());
        pem(
                folder.resolve(alias + "cert.pem"),
                "CERTIFICATE",
                store.getCertificate(alias).getEncoded());
        byte[] key = store.getKey(alias, PASSWORD.toCharArray()).getEncoded();
        pem(folder.resolve(alias + "key.pem"), "PRIVATE KEY", key);
    }

    private static void pem(Path file, String label, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }
}
