package org.telvirt.conformance.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends CIM-XML as it is given, right or wrong, so that tests see exactly what the server answers. */
public final class CimXmlClient {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI uri;
    private final String authorization;

    /**
     * @param server host and port
     */
    public CimXmlClient(String server, String user, String password) {
        uri = URI.create("http://" + server + "/cimom");
        authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    /** A client of the administrator. */
    public static CimXmlClient of(RunningServer server) {
        return new CimXmlClient(server.http(), "admin", RunningServer.PASSWORD);
    }

    /** The headers that a right request for this intrinsic method carries. */
    public static Map<String, String> intrinsicHeaders(String method, String namespace) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/xml; charset=\"utf-8\"");
        headers.put("CIMOperation", "MethodCall");
        headers.put("CIMMethod", method);
        headers.put("CIMObject", namespace.replace("/", "%2F"));
        return headers;
    }

    /** Calls an intrinsic method. */
    public HttpResponse<String> intrinsic(String method, String namespace, String parameters) {
        return send(intrinsicHeaders(method, namespace), envelope("""
                <IMETHODCALL NAME="%s">%s%s</IMETHODCALL>""".formatted(method, local(namespace), parameters)));
    }

    /**
     * Calls a method of an instance.
     *
     * @param path the path as CIMObject writes it, without the namespace
     * @param instanceName the element INSTANCENAME of the same path
     */
    public HttpResponse<String> extrinsic(
            String method, String namespace, String path, String instanceName, String parameters) {
        Map<String, String> headers = intrinsicHeaders(method, namespace);
        headers.put("CIMObject", encode(namespace + ":" + path));
        return send(headers, envelope("""
                <METHODCALL NAME="%s"><LOCALINSTANCEPATH>%s%s</LOCALINSTANCEPATH>%s</METHODCALL>""".formatted(method, local(namespace), instanceName, parameters)));
    }

    private static String encode(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            if (b == '%' || b == '/' || b == ':' || b == '"' || b == ' ' || b < 0) {
                out.append('%').append("%02X".formatted(b & 0xff));
            } else {
                out.append((char) b);
            }
        }
        return out.toString();
    }

    private static String local(String namespace) {
        StringBuilder out = new StringBuilder("<LOCALNAMESPACEPATH>");
        for (String component : namespace.split("/", -1)) {
            out.append("<NAMESPACE NAME=\"").append(component).append("\"/>");
        }
        return out.append("</LOCALNAMESPACEPATH>").toString();
    }

    /** A whole message around a call. */
    public static String envelope(String call) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <CIM CIMVERSION="2.0" DTDVERSION="2.0"><MESSAGE ID="7" PROTOCOLVERSION="1.0"><SIMPLEREQ>%s</SIMPLEREQ></MESSAGE></CIM>
                """.formatted(call);
    }

    /** Posts a body with these headers. */
    public HttpResponse<String> send(Map<String, String> headers, String body) {
        return send("POST", headers, body.getBytes(UTF_8));
    }

    /** Sends a body with these headers by this HTTP method. */
    public HttpResponse<String> send(String method, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(BOUND)
                .header("Authorization", authorization)
                .method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
