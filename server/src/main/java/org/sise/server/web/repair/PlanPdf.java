package org.sise.server.web.repair;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.sise.core.record.RecordHeader;
import org.sise.server.desk.CompanyDesk;
import org.sise.server.web.Words;
import org.sise.supervision.repair.back.Chance;
import org.sise.supervision.repair.back.PlanBack;

/** The plan back as a PDF. Its typeface is the reader's own STSong-Light; nothing is embedded. */
final class PlanPdf {

    private static final int TITLE = 16;
    private static final int HEADING = 12;
    private static final int TEXT = 9;
    private static final int MARGIN = 48;

    private final Words words;
    private final Font title;
    private final Font heading;
    private final Font text;

    PlanPdf(Words words) throws IOException {
        this.words = words;
        BaseFont song = BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
        this.title = new Font(song, TITLE);
        this.heading = new Font(song, HEADING);
        this.text = new Font(song, TEXT);
    }

    byte[] of(CompanyDesk.Desk desk, LocalDate today) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, out);
        document.addTitle(words.say("desk.plan"));
        document.open();
        document.add(new Paragraph(words.say("desk.plan"), title));
        say(document, desk.business().name() + "  " + desk.business().code());
        say(document, words.say("desk.pdf.day", today.toString()));
        if (desk.grade() != null) {
            say(
                    document,
                    words.say(
                            "desk.colour.now", words.grade(desk.grade().entry().grade())));
        }
        PlanBack back = desk.back();
        if (back != null) {
            plan(document, back);
        }
        heading(document, words.say("desk.public"));
        records(document, desk.chances());
        say(document, words.say("app.principle"));
        document.close();
        return out.toByteArray();
    }

    private void plan(Document document, PlanBack back) {
        heading(document, words.say("desk.plan"));
        if (back.next() == null) {
            say(document, words.say("desk.plan.none"));
            return;
        }
        PlanBack.Plan plan = back.plan();
        if (plan == null) {
            say(document, words.say("desk.plan.no.step"));
        } else {
            say(
                    document,
                    words.say(
                            "desk.plan.leads",
                            words.either(
                                    plan.grade().label().zh(),
                                    plan.grade().label().en()),
                            plan.on().toString(),
                            words.count(plan.steps().size())));
            PdfPTable table =
                    table(words.say("record.document"), words.say("desk.apply.from"), words.say("desk.decided.by"));
            for (PlanBack.Step step : plan.steps()) {
                cells(
                        table,
                        name(step.chance()),
                        step.apply().toString(),
                        step.decided().toString());
            }
            document.add(table);
        }
        if (back.alone() != null) {
            say(document, words.say("desk.plan.wait", back.alone().toString()));
        }
        say(document, words.say("desk.plan.caution"));
    }

    private void records(Document document, List<Chance> chances) {
        PdfPTable table = table(
                words.say("record.document"),
                words.say("desk.class"),
                words.say("desk.public.until"),
                words.say("desk.apply.from"));
        for (Chance chance : chances) {
            cells(
                    table,
                    name(chance),
                    chance.terms() == null ? "—" : words.of(chance.terms().severity()),
                    chance.terms() == null ? "—" : until(chance.terms().publicUntil()),
                    words.text(chance.apply()));
        }
        document.add(table);
    }

    private String until(@Nullable LocalDate day) {
        return day == null ? words.say("desk.until.done") : day.toString();
    }

    private String name(Chance chance) {
        RecordHeader header = chance.record().record().header();
        return words.of(chance.record().record().kind()) + " " + header.date() + " " + words.text(header.document());
    }

    private void heading(Document document, String said) {
        Paragraph paragraph = new Paragraph(said, heading);
        paragraph.setSpacingBefore(HEADING);
        document.add(paragraph);
    }

    private void say(Document document, String said) {
        document.add(new Paragraph(said, text));
    }

    private PdfPTable table(String... columns) {
        PdfPTable table = new PdfPTable(columns.length);
        table.setWidthPercentage(100);
        table.setSpacingBefore(TEXT);
        table.setHorizontalAlignment(Element.ALIGN_LEFT);
        cells(table, columns);
        table.setHeaderRows(1);
        return table;
    }

    private void cells(PdfPTable table, String... said) {
        for (String one : said) {
            table.addCell(new PdfPCell(new Phrase(one, text)));
        }
    }
}
