package org.sise.integrations.row;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedFormat;

/**
 * The rows of statements of beneficial ownership: one for each interest of a relationship's latest statement, one for each
 * that an earlier statement had and the latest has not, ended on the latest's day, and one for each statement that is
 * refused, or for each of its interests. A sound statement about an entity or a person gives none.
 */
final class BodsRows implements PartRows {

    private final BodsStatements statements;
    private final FeedFormat.Bods format;
    private final BodsIndex index;
    private final ObjectCells cells;
    private final Numbering numbering;
    private final Deque<Row> ahead = new ArrayDeque<>();

    private BodsRows(
            BodsStatements statements,
            FeedFormat.Bods format,
            BodsIndex index,
            ObjectCells cells,
            Numbering numbering) {
        this.statements = statements;
        this.format = format;
        this.index = index;
        this.cells = cells;
        this.numbering = numbering;
    }

    static BodsRows open(Part part, FeedFormat.Bods format, BodsIndex index, ObjectCells cells, Numbering numbering)
            throws FileFault, IOException {
        return new BodsRows(BodsStatements.open(part), format, index, cells, numbering);
    }

    @Override
    public Header header() {
        return cells.header();
    }

    @Override
    public @Nullable Row next() throws FileFault, IOException {
        while (ahead.isEmpty()) {
            BodsStatements.Read read = statements.next();
            if (read == null) {
                return null;
            }
            take(read, index.nextTurn());
        }
        return ahead.poll();
    }

    @Override
    public void close() {
        statements.close();
    }

    private void take(BodsStatements.Read read, long turn) throws FileFault, IOException {
        BodsStatement statement = read.statement();
        RowFault fault = read.fault();
        String text = read.text();
        if (text != null) {
            ahead.add(numbering.row(statement.line(), List.of(), text, fault));
            return;
        }
        if (fault == null) {
            BodsFaults faults = BodsRules.faults(statement);
            if (faults.isEmpty() && !index.isFirst(statement, turn)) {
                faults.add(
                        Reason.CONTRADICTION,
                        statement.root().at("statementId"),
                        "与第%d个声明相同, 请只保留一个".formatted(index.first(statement) + 1),
                        "is that of statement %d of the file too: keep one".formatted(index.first(statement) + 1));
            }
            fault = faults.whole();
        }
        if (fault != null) {
            refuse(statement, fault);
        } else if (statement.isRelationship()) {
            relationship(statement, BodsIndex.place(statement, turn));
        } else {
            BodsFaults faults = new BodsFaults();
            BodsParty.of(statement, format, faults);
            new BodsReferences(statement, index, faults).check(BodsIndex.place(statement, turn));
            RowFault whole = faults.whole();
            if (whole != null) {
                refuse(statement, whole);
            }
        }
    }

    private void relationship(BodsStatement statement, long place) throws FileFault, IOException {
        boolean last = index.latest(statement.record()) <= place;
        int interests = statement.details().at("interests").items().size();
        List<Integer> own = IntStream.range(0, interests)
                .filter(i -> index.latestOf(statement, i) == place)
                .boxed()
                .toList();
        if (!last && own.isEmpty()) {
            return; // a later statement says all of it
        }
        BodsFaults faults = new BodsFaults();
        BodsReferences references = new BodsReferences(statement, index, faults);
        references.check(place);
        references.checkRelationship();
        boolean endsOthers = statement.isClosed() && index.hasSeveral(statement.record());
        if (last && interests == 0 && faults.isEmpty() && !endsOthers) {
            faults.add(
                    Reason.NO_INTEREST,
                    statement.details().at("interests"),
                    statement.isClosed() ? "请重复所终止的权益" : "请补充权益",
                    statement.isClosed() ? "repeat the interests that end" : "supply the interests");
        }
        RowFault fault = faults.whole();
        if (fault != null) {
            refuse(statement, fault);
            return;
        }
        String ended = last && !statement.isClosed()
                ? ""
                : BodsIndex.day(index.latest(statement.record())).toString();
        for (int i : own) {
            new BodsCells(statement, index, cells).interest(i, ended);
            ahead.add(cells.row(numbering, statement.line()));
        }
    }

    private void refuse(BodsStatement statement, RowFault fault) throws FileFault, IOException {
        int interests = statement.isRelationship()
                ? statement.details().at("interests").items().size()
                : 0;
        for (int i = 0; i < Math.max(1, interests); i++) {
            BodsCells row = new BodsCells(statement, index, cells);
            if (interests == 0) {
                row.statement();
            } else {
                row.interest(i, "");
            }
            Row made = cells.row(numbering, statement.line());
            ahead.add(new Row(made.index(), made.line(), made.cells(), made.text(), fault));
        }
    }
}
