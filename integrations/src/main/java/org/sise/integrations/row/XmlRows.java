package org.sise.integrations.row;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedFormat;

/**
 * The rows of an XML document: one element each, whose children {@code a}, children's children {@code a.b} and attributes
 * {@code @id} are its columns. Document type declarations, and with them entities, are refused. A row's line is that of
 * its element.
 */
final class XmlRows implements PartRows {

    private static final int DEEPEST = 64;
    private static final int SHOWN = 20;
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)");
    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader reader;
    private final String rowName;
    private final ObjectCells cells;
    private final Numbering numbering;
    private final Set<String> others = new LinkedHashSet<>();
    private int depth;
    private boolean found;

    private XmlRows(XMLStreamReader reader, String rowName, ObjectCells cells, Numbering numbering) {
        this.reader = reader;
        this.rowName = rowName;
        this.cells = cells;
        this.numbering = numbering;
    }

    static XmlRows open(Part part, FeedFormat.Xml format, ObjectCells cells, Numbering numbering)
            throws FileFault, IOException {
        InputStream in = part.stream();
        Charset charset = format.charset() != null ? format.charset() : declared(in);
        TextSample.check(in, charset, false);
        try {
            return new XmlRows(
                    XML.createXMLStreamReader(new MarkingReader(in, charset)), format.row(), cells, numbering);
        } catch (XMLStreamException e) {
            throw damaged(e, numbering);
        }
    }

    @Override
    public Header header() {
        return cells.header();
    }

    @Override
    public @Nullable Row next() throws FileFault, IOException {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw declaration();
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (reader.getLocalName().equals(rowName)) {
                            found = true;
                            int line = reader.getLocation().getLineNumber();
                            row();
                            depth--;
                            return cells.row(numbering, line);
                        }
                        if (depth > 1 && others.size() < SHOWN) {
                            others.add(reader.getLocalName());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw damaged(e, numbering);
        } catch (RuntimeException e) {
            throw damaged(new XMLStreamException(String.valueOf(e.getMessage()), reader.getLocation(), e), numbering);
        }
        if (!found && !others.isEmpty()) {
            throw new FileFault(
                    Reason.WRONG_FORMAT,
                    "没有元素 <%s>; 其中有: %s".formatted(rowName, String.join(", ", others)),
                    "there is no element <%s>; found: %s; set row in the feed's format"
                            .formatted(rowName, String.join(", ", others)));
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Reads a row's element to its end. */
    private void row() throws XMLStreamException, FileFault {
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level("", true));
        attributes("");
        while (!levels.isEmpty()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Level above = levels.element();
                    above.leaf = false;
                    String path = above.path + (above.path.isEmpty() ? "" : ".") + reader.getLocalName();
                    levels.push(new Level(path, false));
                    if (levels.size() > DEEPEST) {
                        throw new FileFault(Reason.WRONG_FORMAT, "元素嵌套过深", "elements are nested too deep");
                    }
                    attributes(path + ".");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    levels.element().add(reader);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw declaration();
                case XMLStreamConstants.END_ELEMENT -> {
                    Level level = levels.pop();
                    String text = level.text.toString().strip();
                    if (!text.isEmpty() || level.leaf && !level.row) {
                        cells.put(level.row ? "#text" : level.path, text, true);
                    }
                }
                default -> {}
            }
        }
    }

    private void attributes(String prefix) throws FileFault {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            cells.put(prefix + "@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i), true);
        }
    }

    /** An element within a row. */
    private static final class Level {
        private final String path;
        private final boolean row;
        private final StringBuilder text = new StringBuilder();
        private boolean leaf = true;

        Level(String path, boolean row) {
            this.path = path;
            this.row = row;
        }

        void add(XMLStreamReader reader) {
            if (text.length() <= Lines.LONGEST) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        return factory;
    }

    private static Charset declared(InputStream in) throws FileFault, IOException {
        in.mark(TextSample.SIZE);
        String start = new String(in.readNBytes(256), StandardCharsets.ISO_8859_1);
        in.reset();
        Matcher matcher = ENCODING.matcher(start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalArgumentException e) {
            throw new FileFault(
                    Reason.WRONG_CHARSET,
                    "XML声明的编码“%s”未知".formatted(matcher.group(1)),
                    "the declared encoding '%s' is unknown".formatted(matcher.group(1)));
        }
    }

    private static FileFault declaration() {
        return new FileFault(
                Reason.WRONG_FORMAT,
                "含有DOCTYPE或实体, 出于安全不予读取, 请去掉",
                "it has a DOCTYPE or entities, which are not read for safety: remove them");
    }

    private static FileFault damaged(XMLStreamException e, Numbering numbering) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException failed) {
                throw failed;
            }
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNumber();
        String says = String.valueOf(e.getMessage());
        String last = says.substring(says.lastIndexOf('\n') + 1).strip();
        return new FileFault(
                numbering.count() == 0 ? Reason.WRONG_FORMAT : Reason.DAMAGED_FILE,
                "第%d行第%d列不是有效的XML; 此前%d行有效".formatted(line, column, numbering.count()),
                "no XML at line %d, column %d: %s; the %d rows before it stand"
                        .formatted(line, column, last, numbering.count()));
    }
}
