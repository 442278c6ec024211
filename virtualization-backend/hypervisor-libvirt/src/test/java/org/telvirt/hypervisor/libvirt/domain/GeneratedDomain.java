package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A domain as a stranger might have written it: odd quotes and space, comments, elements that Telvirt does not know. It
 * is made of pieces, some of which have a second text: what they become when the definition is changed. So it knows,
 * without any XML code, what the changed document must be.
 */
final class GeneratedDomain {
    private static final char HOLE = '\u0001';
    private static final List<String> NOISE = List.of(
            "<!-- a comment with <tags/> & 'quotes' -->",
            "<?stylesheet href='x'?>",
            "<cputune>\n    <shares>2048</shares><vcpupin vcpu=\"0\"  cpuset='1-3,^2'/>\n  </cputune>",
            "<metadata><app:x xmlns:app = 'urn:app'>text &lt; &#x41;<![CDATA[ <disk> ]]><app:y a=\"1&amp;2\"/></app:x></metadata>",
            "<numatune><memory mode='strict' nodeset='0'/></numatune>",
            "<unknown:vendor xmlns:unknown=\"urn:v\" a='\"'>\r\n\t<vcpu>99</vcpu><memory/></unknown:vendor>",
            "<memoryBacking ><locked/></memoryBacking >",
            "<qemu:commandline xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><qemu:arg value='-x'/></qemu:commandline>",
            "<on_crash>coredump-restart</on_crash>",
            "<seclabel type='none'/>");
    private static final List<String> DEVICE_NOISE = List.of(
            "<!-- <disk type='file'/> -->",
            "<hostdev mode='subsystem' type='pci'><source><address domain='0x0000' bus='0x06'/></source></hostdev>",
            "<tpm model=\"tpm-crb\"><backend type='emulator' version='2.0'/></tpm>",
            "<watchdog model='i6300esb' action='reset'/>",
            "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>",
            "<new:device xmlns:new='urn:n'>\n <source file='/no'/></new:device>",
            "<panic model='isa'/>");

    private record Piece(String now, String then) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Random random;

    GeneratedDomain(long seed) {
        random = new Random(seed);
    }

    /** The document as it is. */
    String now() {
        return text(false);
    }

    /** What it must be after the change. */
    String then() {
        return text(true);
    }

    private String text(boolean isThen) {
        StringBuilder out = new StringBuilder();
        pieces.forEach(piece -> out.append(isThen ? piece.then : piece.now));
        return out.toString();
    }

    GeneratedDomain fixed(String text) {
        pieces.add(new Piece(text, text));
        return this;
    }

    /** A tag with space and quotes at random; a value {@code now|then} is a place that changes. */
    GeneratedDomain tag(String name, boolean isEmpty, String... namesAndValues) {
        StringBuilder template = new StringBuilder("<").append(name);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            char quote = random.nextBoolean() ? '"' : '\'';
            template.append(space(1)).append(namesAndValues[i]).append(space(0)).append('=');
            template.append(space(0)).append(quote).append(HOLE).append(quote);
            values.add(namesAndValues[i + 1]);
        }
        fill(template.append(space(0)).append(isEmpty ? "/>" : ">").toString(), values);
        return this;
    }

    /** Text with space around it at random. */
    GeneratedDomain changing(String nowAndThen) {
        fill(space(0) + HOLE + (random.nextInt(4) == 0 ? "<!-- why -->" : "") + space(0), List.of(nowAndThen));
        return this;
    }

    private void fill(String template, List<String> values) {
        String now = template;
        String then = template;
        for (String value : values) {
            String[] both = value.split("\\|", 2);
            now = now.replaceFirst(String.valueOf(HOLE), both[0]);
            then = then.replaceFirst(String.valueOf(HOLE), both[both.length - 1]);
        }
        pieces.add(new Piece(now, then));
    }

    /** Space, and what Telvirt knows nothing of. */
    GeneratedDomain noise() {
        return noise(NOISE);
    }

    GeneratedDomain deviceNoise() {
        return noise(DEVICE_NOISE);
    }

    private GeneratedDomain noise(List<String> kinds) {
        fixed(space(0));
        for (int i = random.nextInt(3); i > 0; i--) {
            String kind = kinds.get(random.nextInt(kinds.size()));
            if (kind.startsWith("<!") || used.add(kind)) { // else libvirt would not have written it
                fixed(kind).fixed(space(0));
            }
        }
        return this;
    }

    private String space(int least) {
        StringBuilder out = new StringBuilder();
        for (int i = least + random.nextInt(3); i > 0; i--) {
            out.append(" \t\n".charAt(random.nextInt(3)));
        }
        return random.nextInt(8) == 0 && out.length() > 0 ? out + "\r\n" : out.toString();
    }
}
