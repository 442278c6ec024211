package org.telvirt.benchmarks.wire;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cimxml.client.CimXmlTransport;

/** One connection that all requests go over, one after the other, each in one write. */
final class KeepAliveConnection implements CimXmlTransport, Closeable {
    private final Socket socket;
    private final OutputStream out;
    private final HttpInput in;
    private final String host;
    private final String credentials;

    KeepAliveConnection(Server server) throws IOException {
        this.socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(server.host(), server.port()));
        this.out = socket.getOutputStream();
        this.in = new HttpInput(socket.getInputStream());
        this.host = server.host() + ":" + server.port();
        this.credentials =
                Base64.getEncoder().encodeToString(server.userAndPassword().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Reply post(String cimMethod, String cimObject, byte[] body) throws IOException {
        byte[] head = ("POST /cimom HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Basic " + credentials
                        + "\r\nContent-Type: application/xml; charset=\"utf-8\"\r\nTE: trailers\r\nContent-Length: "
                        + body.length + "\r\nCIMOperation: MethodCall\r\nCIMProtocolVersion: 1.0\r\nCIMMethod: "
                        + cimMethod + "\r\nCIMObject: " + cimObject + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        out.write(message);
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(in.line().split(" ", 3)[1]);
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        in.fields(fields);
        Map<String, String> trailers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String length = fields.get("Content-Length");
        InputStream body = length == null ? new ChunkedBody(in, trailers) : whole(Integer.parseInt(length));
        return new Answer(status, fields.get("CIMError"), body, trailers);
    }

    private InputStream whole(int length) throws IOException {
        byte[] bytes = new byte[length];
        int at = 0;
        while (at < length) {
            int count = in.read(bytes, at, length - at);
            if (count < 0) {
                throw new EOFException("the connection ended inside an answer");
            }
            at += count;
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private record Answer(int status, @Nullable String cimError, InputStream body, Map<String, String> trailers)
            implements Reply {
        @Override
        public void close() throws IOException {
            // what nobody has read is still before the next answer
            body.skip(Long.MAX_VALUE);
            while (body.read() >= 0) {
                body.skip(Long.MAX_VALUE);
            }
        }
    }
}
