package org.telvirt.slp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A WBEM server at one address, as the template of DSP0206 describes it.
 *
 * @param url such as {@code https://host:5989}
 * @param id the name of the object manager, its key
 * @param name for people
 * @param description for people
 * @param interopNamespaces every name of the Interop namespace, its own first
 * @param protocolVersion of CIM operations over HTTP, such as {@code 1.4}
 * @param functionalProfiles in the words of the template, such as {@code Basic Read}
 * @param batches whether one message can carry several operations
 * @param authentication in the words of the template, such as {@code Basic}
 * @param namespaces all of them
 * @param registeredProfiles such as {@code DMTF:Profile Registration}
 */
public record WbemService(
        String url,
        String id,
        String name,
        String description,
        List<String> interopNamespaces,
        String protocolVersion,
        List<String> functionalProfiles,
        boolean batches,
        List<String> authentication,
        List<String> namespaces,
        List<String> registeredProfiles) {
    /** Copies the lists. */
    public WbemService {
        interopNamespaces = List.copyOf(interopNamespaces);
        functionalProfiles = List.copyOf(functionalProfiles);
        authentication = List.copyOf(authentication);
        namespaces = List.copyOf(namespaces);
        registeredProfiles = List.copyOf(registeredProfiles);
    }

    /** The advertisement (DSP0205 §5). */
    public ServiceAdvertisement toAdvertisement() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("template-type", List.of("wbem"));
        attributes.put("template-version", List.of("1.0"));
        attributes.put("template-description", List.of("This template describes the attributes of a WBEM server"));
        attributes.put("template-url-syntax", List.of(url));
        attributes.put("service-hi-name", List.of(name));
        attributes.put("service-hi-description", List.of(description));
        attributes.put("service-id", List.of(id));
        attributes.put("CommunicationMechanism", List.of("cim-xml"));
        attributes.put("InteropSchemaNamespace", interopNamespaces);
        attributes.put("ProtocolVersion", List.of(protocolVersion));
        attributes.put("FunctionalProfilesSupported", functionalProfiles);
        attributes.put("MultipleOperationsSupported", List.of(Boolean.toString(batches)));
        attributes.put("AuthenticationMechanismsSupported", authentication);
        attributes.put("Namespace", namespaces);
        attributes.put("RegisteredProfilesSupported", registeredProfiles);
        String scheme = url.substring(0, url.indexOf(':'));
        return new ServiceAdvertisement("service:wbem:" + scheme, "service:wbem:" + url, attributes);
    }
}
