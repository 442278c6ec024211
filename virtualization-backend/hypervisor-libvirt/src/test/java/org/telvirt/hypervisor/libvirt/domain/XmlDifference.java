package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where two texts in XML differ, tag by tag, found without any code that is being tested.
 *
 * @param elements the names of all elements of which a tag or a text came or went
 * @param rewrittenAttributes attributes that have the same value as before, but other quotes or space
 */
record XmlDifference(Set<String> elements, Set<String> rewrittenAttributes) {
    private static final Pattern TOKEN = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>|[^<]+", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("</?([^\\s/>]+)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s+([^\\s=]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')", Pattern.DOTALL);

    /** A text in XML, cut into tags and what is between them. */
    record Text(String xml, List<Token> tokens) {
        static Text of(String xml) {
            return new Text(xml, XmlDifference.tokens(xml));
        }
    }

    record Token(String text, String element) {
        boolean isLike(Token other) {
            return text.equals(other.text);
        }

        boolean isTag() {
            return text.startsWith("<") && !text.startsWith("<!") && !text.startsWith("<?");
        }
    }

    static XmlDifference of(Text before, Text after) {
        List<Token> old = before.tokens();
        List<Token> now = after.tokens();
        List<Token> gone = new ArrayList<>();
        List<Token> come = new ArrayList<>();
        compare(old, now, gone, come);
        Set<String> elements = new TreeSet<>();
        Set<String> rewritten = new TreeSet<>();
        gone.forEach(token -> elements.add(token.element()));
        come.forEach(token -> elements.add(token.element()));
        for (Token left : gone) {
            for (Token right : come) {
                if (left.isTag() && right.isTag() && left.element().equals(right.element())) {
                    rewritten.addAll(rewritten(left.text(), right.text()));
                    break;
                }
            }
        }
        return new XmlDifference(elements, rewritten);
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        String last = "";
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            Token token = new Token(matcher.group(), last);
            Matcher name = NAME.matcher(token.text());
            if (token.isTag() && name.lookingAt()) {
                last = name.group(1);
                token = new Token(token.text(), last);
            }
            if (!token.text().isBlank()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** The longest common subsequence, after what both begin and end with. */
    private static void compare(List<Token> old, List<Token> now, List<Token> gone, List<Token> come) {
        int begin = 0;
        while (begin < Math.min(old.size(), now.size()) && old.get(begin).isLike(now.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - begin
                && old.get(old.size() - 1 - end).isLike(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<Token> left = old.subList(begin, old.size() - end);
        List<Token> right = now.subList(begin, now.size() - end);
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).isLike(right.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && left.get(i).isLike(right.get(j))) {
                i++;
                j++;
            } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
                gone.add(left.get(i++));
            } else {
                come.add(right.get(j++));
            }
        }
    }

    private static Set<String> rewritten(String before, String after) {
        Map<String, String> old = attributes(before);
        Map<String, String> now = attributes(after);
        Set<String> rewritten = new TreeSet<>();
        old.forEach((name, raw) -> {
            String other = now.get(name);
            if (other != null && !other.equals(raw) && value(raw).equals(value(other))) {
                rewritten.add(name);
            }
        });
        return rewritten;
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(tag);
        while (matcher.find()) {
            attributes.put(matcher.group(1), matcher.group());
        }
        return attributes;
    }

    private static String value(String attribute) {
        String quoted = attribute.substring(attribute.indexOf('=') + 1).strip();
        return quoted.substring(1, quoted.length() - 1);
    }
}
