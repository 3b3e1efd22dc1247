package org.sise.bench.policy;

import java.util.Locale;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.conf.SequentialOption;

/** The policy as rules of Drools, one a weight and one a band, veto or floor. */
record Drl(Scheme scheme) {

    private static final String HEAD = """
            package org.sise.bench.rules;
            import %s;
            import %s;
            """.formatted(RawRecord.class.getName(), TalliedBusiness.class.getName());

    /** Rules that add up records. */
    KieBase tallying() {
        StringBuilder rules = new StringBuilder(HEAD);
        for (int t = 0; t < scheme.tallies().size(); t++) {
            Scheme.Tally tally = scheme.tallies().get(t);
            for (int v = 0; v < tally.points().length; v++) {
                for (int b = 0; b < tally.ends().length; b++) {
                    if (tally.points()[v][b] != 0) {
                        rule(
                                rules,
                                "%s %d %d".formatted(tally.id(), v, b),
                                record(
                                        "kind == %d, value == %d, day > %d, day <= %d",
                                        tally.kind(),
                                        v,
                                        tally.ends()[b],
                                        b == 0 ? Population.AS_OF.toEpochDay() : tally.ends()[b - 1]),
                                "$r.getBusiness().add(%d, %dL);".formatted(t, tally.points()[v][b]));
                    }
                }
            }
        }
        for (int t = 0; t < scheme.triggers().size(); t++) {
            Scheme.Trigger trigger = scheme.triggers().get(t);
            String value = trigger.value() == null ? "" : ", value == " + trigger.value();
            String after = trigger.after() == null ? "" : ", day > " + trigger.after();
            rule(
                    rules,
                    trigger.id(),
                    record("kind == %d, day <= %d%s%s", trigger.kind(), Population.AS_OF.toEpochDay(), value, after),
                    "$r.getBusiness().count(%d);".formatted(t));
        }
        return build(rules.toString());
    }

    /** Rules that decide on features. */
    KieBase deciding() {
        StringBuilder rules = new StringBuilder(HEAD);
        long[] ends = scheme.bandEnds();
        for (int g = 1; g <= ends.length; g++) {
            String below = g < ends.length ? ", score < " + ends[g] : "";
            decide(rules, "band " + g, "score >= %d%s".formatted(ends[g - 1], below), g);
        }
        for (int t = 0; t < scheme.triggers().size(); t++) {
            Scheme.Trigger trigger = scheme.triggers().get(t);
            decide(rules, trigger.id(), "count%d >= %d".formatted(t, trigger.atLeast()), trigger.grade());
        }
        decide(rules, "new business", "fresh == true", scheme.newGrade());
        return build(rules.toString());
    }

    private static String record(String conditions, Object... values) {
        return "$r : RawRecord(state < %d, %s)".formatted(Population.WEIGHTLESS, conditions.formatted(values));
    }

    private static void decide(StringBuilder rules, String name, String condition, int grade) {
        rule(rules, name, "$b : TalliedBusiness(%s)".formatted(condition), "$b.raise(%d);".formatted(grade));
    }

    private static void rule(StringBuilder rules, String name, String when, String then) {
        rules.append("rule \"%s\" when %s then %s end\n".formatted(name, when, then));
    }

    private static KieBase build(String rules) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/bench.drl", rules);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s%n%s", builder.getResults().getMessages(), rules));
        }
        KieBaseConfiguration sequential = services.newKieBaseConfiguration();
        sequential.setOption(SequentialOption.YES);
        return services.newKieContainer(builder.getKieModule().getReleaseId()).newKieBase(sequential);
    }
}
