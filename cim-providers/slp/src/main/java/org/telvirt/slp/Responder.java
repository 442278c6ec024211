package org.telvirt.slp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Answers requests for services, their attributes and types. Safe for use by many threads. */
final class Responder {
    private static final int OK = 0;
    private static final int PARSE_ERROR = 2;
    private static final int SCOPE_NOT_SUPPORTED = 4;
    private static final int AUTHENTICATION_UNKNOWN = 5;
    private static final int MESSAGE_NOT_SUPPORTED = 14;
    private static final String AGENT_TYPE = "service:service-agent";

    private final List<ServiceAdvertisement> services;
    private final List<String> scopes;
    private final int lifetimeSeconds;
    private final List<String> hosts;

    /**
     * @param scopes one or more
     * @param hosts the addresses of this agent, one or more, by which those who ask say that they have its answer
     */
    Responder(List<ServiceAdvertisement> services, List<String> scopes, int lifetimeSeconds, List<String> hosts) {
        this.services = List.copyOf(services);
        this.scopes = List.copyOf(scopes);
        this.lifetimeSeconds = lifetimeSeconds;
        this.hosts = List.copyOf(hosts);
    }

    /** The answer to a message; null: none is due. */
    byte @Nullable [] answer(ByteBuffer message) {
        SlpReader reader;
        try {
            reader = new SlpReader(message);
        } catch (IllegalArgumentException e) {
            // not of this protocol or version: whoever sent it does not wait for us
            return null;
        }
        try {
            return answer(reader);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return refuse(reader.header(), PARSE_ERROR);
        }
    }

    private byte @Nullable [] answer(SlpReader reader) {
        return switch (reader.header().function()) {
            case SlpWriter.SERVICE_REQUEST -> services(reader);
            case SlpWriter.ATTRIBUTE_REQUEST -> attributes(reader);
            case SlpWriter.TYPE_REQUEST -> types(reader);
            case SlpWriter.REGISTRATION, SlpWriter.DEREGISTRATION ->
                // only a server may say what it offers; this agent serves its own alone
                refuse(reader.header(), MESSAGE_NOT_SUPPORTED);
            default -> null;
        };
    }

    private byte @Nullable [] services(SlpReader reader) {
        List<String> answered = reader.texts();
        String type = reader.text();
        List<String> wanted = reader.texts();
        String predicate = reader.text();
        String signer = reader.text();
        if (hosts.stream().anyMatch(answered::contains)) {
            return null;
        } else if (!signer.isEmpty()) {
            return refuse(reader.header(), AUTHENTICATION_UNKNOWN);
        } else if (type.equalsIgnoreCase(AGENT_TYPE)) {
            return agent(reader.header());
        } else if (!hasScope(wanted)) {
            return refuse(reader.header(), SCOPE_NOT_SUPPORTED);
        }
        List<ServiceAdvertisement> found = services.stream()
                .filter(service -> service.isA(type) && Predicate.matches(predicate, service.attributes()))
                .toList();
        SlpWriter out = new SlpWriter().number(OK).number(found.size());
        found.forEach(service -> out.url(service.url(), lifetimeSeconds));
        return reply(SlpWriter.SERVICE_REPLY, reader.header(), out, found.isEmpty());
    }

    private byte[] agent(SlpReader.Header header) {
        return new SlpWriter()
                .text(AGENT_TYPE + "://" + hosts.get(0))
                .text(String.join(",", scopes))
                .text("")
                .octet(0)
                .message(SlpWriter.AGENT_ADVERT, 0, header.id(), header.language());
    }

    private byte @Nullable [] attributes(SlpReader reader) {
        List<String> answered = reader.texts();
        String url = reader.text();
        List<String> wanted = reader.texts();
        List<String> tags = reader.texts();
        String signer = reader.text();
        if (hosts.stream().anyMatch(answered::contains)) {
            return null;
        } else if (!signer.isEmpty()) {
            return refuse(reader.header(), AUTHENTICATION_UNKNOWN);
        } else if (!hasScope(wanted)) {
            return refuse(reader.header(), SCOPE_NOT_SUPPORTED);
        }
        List<String> lists = new ArrayList<>();
        for (ServiceAdvertisement service : services) {
            if (service.url().equalsIgnoreCase(url) || service.isA(url)) {
                lists.add(service.attributeList(tags));
            }
        }
        String list = String.join(",", lists);
        return reply(
                SlpWriter.ATTRIBUTE_REPLY,
                reader.header(),
                new SlpWriter().number(OK).text(list).octet(0),
                list.isEmpty());
    }

    private byte @Nullable [] types(SlpReader reader) {
        List<String> answered = reader.texts();
        String authority = reader.authority();
        List<String> wanted = reader.texts();
        if (hosts.stream().anyMatch(answered::contains)) {
            return null;
        } else if (!hasScope(wanted)) {
            return refuse(reader.header(), SCOPE_NOT_SUPPORTED);
        }
        Set<String> types = new TreeSet<>();
        if (authority.isEmpty() || authority.equals("*")) {
            services.forEach(service -> types.add(service.type()));
        }
        String list = String.join(",", types);
        return reply(
                SlpWriter.TYPE_REPLY,
                reader.header(),
                new SlpWriter().number(OK).text(list),
                types.isEmpty());
    }

    // an empty list asks in no scope in particular
    private boolean hasScope(List<String> wanted) {
        return wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(scope -> scopes.stream()
                                .anyMatch(
                                        mine -> mine.toLowerCase(Locale.ROOT).equals(scope.toLowerCase(Locale.ROOT))));
    }

    private static byte @Nullable [] reply(int function, SlpReader.Header header, SlpWriter body, boolean empty) {
        return empty && header.multicast() ? null : body.message(function, 0, header.id(), header.language());
    }

    private static byte @Nullable [] refuse(SlpReader.Header header, int error) {
        if (header.multicast()) {
            return null;
        }
        SlpWriter out = new SlpWriter().number(error);
        return switch (header.function()) {
            case SlpWriter.SERVICE_REQUEST ->
                out.number(0).message(SlpWriter.SERVICE_REPLY, 0, header.id(), header.language());
            case SlpWriter.ATTRIBUTE_REQUEST ->
                out.text("").octet(0).message(SlpWriter.ATTRIBUTE_REPLY, 0, header.id(), header.language());
            case SlpWriter.TYPE_REQUEST ->
                out.text("").message(SlpWriter.TYPE_REPLY, 0, header.id(), header.language());
            case SlpWriter.REGISTRATION, SlpWriter.DEREGISTRATION ->
                out.message(SlpWriter.ACKNOWLEDGE, 0, header.id(), header.language());
            default -> null;
        };
    }
}
