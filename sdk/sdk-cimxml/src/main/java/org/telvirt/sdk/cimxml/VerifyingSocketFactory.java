package org.telvirt.sdk.cimxml;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Makes sockets of TLS that check the server's name, too, which a bare socket factory does not. It is no SSLSocketFactory,
 * because the library would make sockets of its own with one.
 */
final class VerifyingSocketFactory extends SocketFactory {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final SSLContext context;

    VerifyingSocketFactory(SSLContext context) {
        this.context = context;
    }

    private static Socket verifying(Socket socket) {
        if (socket instanceof SSLSocket secure) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(PROTOCOLS);
            secure.setSSLParameters(parameters);
        }
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return verifying(context.getSocketFactory().createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return verifying(context.getSocketFactory().createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return verifying(context.getSocketFactory().createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return verifying(context.getSocketFactory().createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return verifying(context.getSocketFactory().createSocket(host, port, localHost, localPort));
    }
}
