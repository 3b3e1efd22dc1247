package org.sise.server.web.business;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.graph.neighbourhood.NodeKind;
import org.sise.server.web.Words;

/** The columns of the relations around a business as a file. Ids of others than businesses are not told. */
final class RelationColumns {

    private RelationColumns() {}

    static List<String> header(Words words, boolean withColours) {
        List<String> header = new ArrayList<>();
        for (String end : List.of(words.say("related.from"), words.say("related.to"))) {
            header.add(end);
            header.add(end + " " + words.say("business.code"));
            header.add(end + " " + words.say("related.kind"));
            if (withColours) {
                header.add(end + " " + words.say("business.colour"));
            }
        }
        Stream.of(
                        "related.relation",
                        "related.share",
                        "related.detail",
                        "related.since",
                        "related.until",
                        "related.records")
                .map(words::say)
                .forEach(header::add);
        return header;
    }

    static List<@Nullable Object> row(ShownRelation relation, Words words, boolean withColours) {
        List<@Nullable Object> row = new ArrayList<>();
        for (ShownParty end : List.of(relation.from(), relation.to())) {
            boolean business = end.party().kind() == NodeKind.BUSINESS;
            row.add(end.name());
            row.add(business ? end.id() : null);
            row.add(
                    end.party().weak()
                            ? words.say("related.weak")
                            : words.say("related." + end.party().kind().name()));
            if (withColours) {
                row.add(end.grade() == null ? null : words.grade(end.grade()));
            }
        }
        row.add(words.of(relation.edge().kind()));
        row.add(relation.share());
        row.add(relation.detail());
        row.add(relation.edge().since());
        row.add(relation.edge().until());
        row.add(relation.records());
        return row;
    }
}
