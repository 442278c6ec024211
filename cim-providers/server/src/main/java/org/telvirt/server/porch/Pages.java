package org.telvirt.server.porch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.telvirt.server.settings.Security.MetricsReaders;

/** Shows the pages; stands before the queue, so that they can be read when the server has too much to do. */
final class Pages extends Handler.Wrapper {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Map<String, Page> pages;
    private final Gate gate;

    Pages(Handler next, List<Page> pages, Gate gate) {
        super(next);
        this.pages = pages.stream().collect(Collectors.toMap(Page::path, Function.identity()));
        this.gate = gate;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Page page = READS.contains(request.getMethod())
                ? pages.get(request.getHttpURI().getPath())
                : null;
        if (page == null) {
            return super.handle(request, response, callback);
        }
        boolean known = page.readers() == MetricsReaders.ALL
                || (page.readers() == MetricsReaders.LOCAL && isLocal(request))
                || gate.user(request, response, callback) != null;
        if (known) {
            Page.Content content = page.content().get();
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            PlainErrors.answer(response, content.status(), content.type(), content.text(), callback);
        }
        return true;
    }

    private static boolean isLocal(Request request) {
        SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        InetAddress address = remote instanceof InetSocketAddress socket ? socket.getAddress() : null;
        return address != null && address.isLoopbackAddress();
    }
}
