package org.telvirt.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.telvirt.server.access.Administrator;

/** Asks a server by HTTP and by HTTPS. A plain socket, so that no client's classes are taken for the server's. */
final class TrainingClient {
    private static final int PATIENCE_MILLIS = 10_000;

    private final RunningServer server;
    private final SocketFactory plain = SocketFactory.getDefault();
    private final SocketFactory tls;

    TrainingClient(RunningServer server) throws IOException, GeneralSecurityException {
        this.server = server;
        this.tls = trusting(server).getSocketFactory();
    }

    private static SSLContext trusting(RunningServer server) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        try (InputStream certificate = Files.newInputStream(server.certificateFile())) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /**
     * Posts a CIM-XML message to each port.
     *
     * @param method the one operation in it, on root/virt
     * @throws IOException it is not answered with 200
     */
    void post(String method, byte[] message) throws IOException {
        post(plain, server.httpAddress(), method, message);
        post(tls, server.httpsAddress(), method, message);
    }

    private void post(SocketFactory sockets, Optional<String> address, String method, byte[] message)
            throws IOException {
        if (address.isEmpty()) {
            return;
        }
        String[] hostAndPort = address.get().split(":", 2);
        try (Socket socket = sockets.createSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(hostAndPort[0], Integer.parseInt(hostAndPort[1])), PATIENCE_MILLIS);
            socket.getOutputStream().write(head(method, message.length).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(message);
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 200 ") || answer.contains("<ERROR ")) {
                throw new IOException(answer);
            }
        }
    }

    private String head(String method, int length) {
        String user = Administrator.NAME + ":" + server.freshPassword().orElse("");
        return "POST /cimom HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/xml; charset=utf-8\r\nContent-Length: " + length + "\r\n"
                + "Authorization: Basic "
                + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)) + "\r\n"
                + "CIMOperation: MethodCall\r\nCIMMethod: " + method + "\r\nCIMObject: root%2Fvirt\r\n\r\n";
    }
}
