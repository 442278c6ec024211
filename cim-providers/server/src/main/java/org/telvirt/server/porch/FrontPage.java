package org.telvirt.server.porch;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What somebody sees who comes with a browser. */
final class FrontPage {
    private FrontPage() {}

    static void answer(Request request, Response response, Callback callback) {
        String origin =
                request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority();
        PlainErrors.answer(response, 200, text(origin), callback);
    }

    private static String text(String origin) {
        return """
                This is Telvirt, a server for the management of virtual machines by DMTF standards.

                CIM-XML (DSP0200, DSP0201) is at %s/cimom, for the user that 'telvirt serve' printed.
                Virtual systems are in the namespace root/virt, profiles in root/interop.

                Try: wbemcli ein '%s/root/virt:CIM_ComputerSystem'
                """.formatted(origin, origin.replace("://", "://admin:PASSWORD@"))
                .stripTrailing();
    }
}
