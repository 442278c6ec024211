package org.telvirt.cimxml;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The door behind the JDK's HTTP server, which knows no trailers: enough for a real client on the other side. */
final class JdkExchange implements HttpExchange {
    private final com.sun.net.httpserver.HttpExchange exchange;
    private int status;

    private JdkExchange(com.sun.net.httpserver.HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** Starts a server on a free port of the loopback interface. */
    static HttpServer serve(CimXmlDoor door) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                door.handle(new JdkExchange(exchange));
            }
        });
        server.start();
        return server;
    }

    @Override
    public String method() {
        return exchange.getRequestMethod();
    }

    @Override
    public String path() {
        return exchange.getRequestURI().getRawPath();
    }

    @Override
    public String protocol() {
        return exchange.getProtocol();
    }

    @Override
    public List<String> headers(String name) {
        return exchange.getRequestHeaders().getOrDefault(name, List.of());
    }

    @Override
    public InputStream body() {
        return exchange.getRequestBody();
    }

    @Override
    public String user() {
        return "ada";
    }

    @Override
    public String remoteAddress() {
        return "127.0.0.1";
    }

    @Override
    public String serverHost() {
        return "server:5988";
    }

    @Override
    public String requestId() {
        return "r1";
    }

    @Override
    public void status(int code) {
        status = code;
    }

    @Override
    public void header(String name, String value) {
        exchange.getResponseHeaders().add(name, value);
    }

    @Override
    public OutputStream output() throws IOException {
        String length = exchange.getResponseHeaders().getFirst("Content-Length");
        exchange.sendResponseHeaders(status, length == null ? 0 : Long.parseLong(length));
        return exchange.getResponseBody();
    }

    @Override
    public void trailers(Supplier<Map<String, String>> trailers) {
        // this server cannot send them
    }

    @Override
    public void abort() {
        exchange.close();
    }
}
