package org.telvirt.cimxml;

/** Request messages that the tests send, and wrong ones made of right ones. */
final class Requests {
    private static final String NAMESPACE =
            "<LOCALNAMESPACEPATH><NAMESPACE NAME=\"root\"/><NAMESPACE NAME=\"virt\"/></LOCALNAMESPACEPATH>";
    static final String CLASS_NAME = "<IPARAMVALUE NAME=\"ClassName\"><CLASSNAME NAME=\"TST_System\"/></IPARAMVALUE>";

    private Requests() {}

    /** EnumerateInstanceNames of TST_System. */
    static String names() {
        return intrinsic("EnumerateInstanceNames", CLASS_NAME);
    }

    static String intrinsic(String operation, String parameters) {
        return single(intrinsicCall(operation, parameters));
    }

    static String intrinsicCall(String operation, String parameters) {
        return "<IMETHODCALL NAME=\"" + operation + "\">" + NAMESPACE + parameters + "</IMETHODCALL>";
    }

    /** A method of a system whose name is the key. */
    static String method(String method, String keys, String parameters) {
        return single("<METHODCALL NAME=\"" + method + "\"><LOCALINSTANCEPATH>" + NAMESPACE
                + "<INSTANCENAME CLASSNAME=\"TST_System\">" + keys + "</INSTANCENAME></LOCALINSTANCEPATH>" + parameters
                + "</METHODCALL>");
    }

    /** A method of TST_System with one argument, whose element is given. */
    static String argument(String paramValue) {
        return method("Try", key("Name", "a"), paramValue);
    }

    static String key(String name, String value) {
        return "<KEYBINDING NAME=\"" + name + "\"><KEYVALUE>" + value + "</KEYVALUE></KEYBINDING>";
    }

    static String single(String call) {
        return message("<SIMPLEREQ>" + call + "</SIMPLEREQ>");
    }

    static String batch(String... calls) {
        StringBuilder all = new StringBuilder("<MULTIREQ>");
        for (String call : calls) {
            all.append("<SIMPLEREQ>").append(call).append("</SIMPLEREQ>");
        }
        return message(all + "</MULTIREQ>");
    }

    static String message(String content) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><CIM CIMVERSION=\"2.0\" DTDVERSION=\"2.0\">"
                + "<MESSAGE ID=\"7\" PROTOCOLVERSION=\"1.0\">" + content + "</MESSAGE></CIM>";
    }
}
