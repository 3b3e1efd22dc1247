package org.sise.server.web.published;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.sise.server.web.Words;

/** RSS 2.0 (rssboard.org/rss-specification), with the link to itself of the Atom namespace that readers ask for. */
final class RssFeed {

    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final String title;
    private final String description;
    private final String base;

    RssFeed(String title, String description, String base) {
        this.title = title;
        this.description = description;
        this.base = base;
    }

    byte[] write(List<FeedItem> items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("rss");
            out.writeAttribute("version", "2.0");
            out.writeNamespace("atom", ATOM);
            out.writeStartElement("channel");
            element(out, "title", title);
            element(out, "link", base + "/published");
            element(out, "description", description);
            element(out, "language", "zh-cn");
            out.writeEmptyElement("atom", "link", ATOM);
            out.writeAttribute("href", base + "/published/feed.xml");
            out.writeAttribute("rel", "self");
            out.writeAttribute("type", "application/rss+xml");
            if (!items.isEmpty()) {
                element(out, "lastBuildDate", date(items.getFirst().at()));
            }
            for (FeedItem item : items) {
                item(out, item);
            }
            out.writeEndElement();
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a stream in memory can be written", e);
        }
        return bytes.toByteArray();
    }

    private void item(XMLStreamWriter out, FeedItem item) throws XMLStreamException {
        out.writeStartElement("item");
        element(out, "title", item.title());
        element(out, "link", base + item.path());
        element(out, "description", item.text());
        element(out, "category", item.category());
        out.writeStartElement("guid");
        out.writeAttribute("isPermaLink", "false");
        out.writeCharacters(clean(item.id()));
        out.writeEndElement();
        element(out, "pubDate", date(item.at()));
        out.writeEndElement();
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(clean(text));
        out.writeEndElement();
    }

    private static String date(Instant at) {
        return DATE.format(at.atZone(Words.SHANGHAI));
    }

    /** The text without what XML 1.0 has no place for. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c >= ' ' ? c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF) : c == '\n' || c == '\t')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
