package org.sise.bench.related;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Share;

/**
 * A province's graph in Neo4j as the projection writes it: besides holdings and legal representatives an address each, a
 * telephone number for six of ten and an officer for half of the businesses; one business in twenty gives an address or
 * number of an agent, and the more an agent has, the more it gets.
 */
final class CardGraph {

    private static final long SEED = 20_261_129;
    private static final String FACTS = ",2001-01-01,effective\n";
    private static final int AGENTS = 2_000;

    private final Province province;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private long record;

    CardGraph(Province province) {
        this.province = province;
    }

    /** The credit code of a business. */
    static String code(int business) {
        String body =
                "%c%c%06d".formatted('A' + business / 26_000_000 % 8, 'A' + business / 1_000_000, business % 1_000_000);
        String first17 = "91211500" + body + OrganisationCode.checkCharacter(body);
        return first17 + CreditCode.checkCharacter(first17);
    }

    void load(Path folder) throws IOException, InterruptedException {
        GraphImport files = new GraphImport(folder);
        int parties = province.weights.length;
        int businesses = province.businesses;
        files.nodes("Business", ":ID,code,name,status,region,record:LONG", out -> {
            for (int b = 0; b < businesses; b++) {
                out.write(b + "," + code(b) + ",示例企业" + b + "有限公司,active,211500," + ++record + "\n");
            }
        });
        files.nodes("Person", ":ID,key,name,record:LONG", out -> {
            for (int p = businesses; p < parties; p++) {
                out.write(p + "," + key(p) + ",人" + p % 9973 + "," + ++record + "\n");
            }
        });
        for (String label : new String[] {"Address", "Phone"}) {
            int first = first(label);
            files.nodes(label, ":ID,key,name,record:LONG", out -> {
                for (int i = 0; i < businesses; i++) {
                    out.write(first + i + "," + key(first + i) + ",沈抚示范区示例路" + i + "号," + ++record + "\n");
                }
            });
        }
        RelationGraph all = province.all();
        String header = ":START_ID,:END_ID,matter,record:LONG,name,share:DOUBLE,from:DATE,state";
        files.relations("LEGAL_REPRESENTATIVE", header, out -> relations(all, RelationKind.LEGAL_REPRESENTATIVE, out));
        files.relations("HOLDS", header, out -> relations(all, RelationKind.HOLDS, out));
        files.relations("OFFICER", header, out -> {
            for (int b = 0; b < businesses; b += 2) {
                relation(out, businesses + random.nextInt(parties - businesses), b, "");
            }
        });
        files.relations("ADDRESS_OF", header, out -> places(out, first("Address"), 10));
        files.relations("PHONE_OF", header, out -> places(out, first("Phone"), 6));
        files.run();
    }

    /** What the projection's schema has for finding nodes. */
    void index(Driver driver) {
        try (Session session = driver.session()) {
            session.run("CREATE CONSTRAINT business_code FOR (b:Business) REQUIRE b.code IS UNIQUE")
                    .consume();
            for (String label : new String[] {"Person", "Body", "Address", "Phone"}) {
                session.run("CREATE CONSTRAINT %s_key FOR (n:%s) REQUIRE n.key IS UNIQUE"
                                .formatted(label.toLowerCase(Locale.ROOT), label))
                        .consume();
            }
            session.run("CALL db.awaitIndexes(600)").consume();
        }
    }

    private int first(String label) {
        return province.weights.length + (label.equals("Phone") ? province.businesses : 0);
    }

    private void relations(RelationGraph all, RelationKind kind, BufferedWriter out) throws IOException {
        for (int r = 0; r < all.relations(); r++) {
            if (all.kind(r) == kind) {
                boolean holding = kind == RelationKind.HOLDS;
                relation(
                        out,
                        all.from(r),
                        all.to(r),
                        holding ? Share.percent(all.share(r)).toPlainString() : "");
            }
        }
    }

    /** An address or number for so many of ten businesses. */
    private void places(BufferedWriter out, int first, int ofTen) throws IOException {
        for (int b = 0; b < province.businesses; b++) {
            if (random.nextInt(10) < ofTen) {
                boolean agent = random.nextInt(20) == 0;
                int bound = Math.min(AGENTS, province.businesses);
                int place =
                        agent ? (int) (bound * Math.pow(random.nextDouble(), 3)) : random.nextInt(province.businesses);
                relation(out, first + place, b, "");
            }
        }
    }

    private void relation(BufferedWriter out, int from, int to, String share) throws IOException {
        record++;
        out.write(from + "," + to + ",m" + record + "," + record + ",人" + from % 9973 + "," + share + FACTS);
    }

    private static String key(int party) {
        return "%016x%016x".formatted(party * 0x9E3779B97F4A7C15L, (long) party);
    }
}
