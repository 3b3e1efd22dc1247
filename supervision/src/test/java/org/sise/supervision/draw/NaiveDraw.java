package org.sise.supervision.draw;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sise.supervision.draw.DrawSamples.Leaf;
import org.sise.supervision.draw.Transcript.DrawnObject;

/** The draw as the specification's sentences say it, by the platform's HMAC and by sorting everything. */
final class NaiveDraw {
    private NaiveDraw() {}

    static List<DrawnObject> drawn(DrawInputs inputs, List<Leaf> leaves, String seed) {
        var recused = new HashSet<>(inputs.recusals().rows());
        var loads = new HashMap<String, Integer>();
        var drawn = new ArrayList<DrawnObject>();
        for (var planned : inputs.plan().strata()) {
            var codes = new ArrayList<>(leaves.stream()
                    .filter(leaf -> leaf.stratum().equals(planned.stratum()))
                    .map(Leaf::code)
                    .toList());
            codes.sort(Comparator.comparing(
                    code -> key(seed, "object", planned.stratum(), code), Arrays::compareUnsigned));
            for (String code : codes.subList(0, planned.take(codes.size()))) {
                var items = new ArrayList<>(inputs.items().rows().stream()
                        .filter(CheckItem::mandatory)
                        .map(CheckItem::item)
                        .sorted()
                        .toList());
                items.addAll(inputs.items().rows().stream()
                        .filter(item -> !item.mandatory())
                        .map(CheckItem::item)
                        .sorted(Comparator.comparing(item -> key(seed, "item", code, item), Arrays::compareUnsigned))
                        .limit(inputs.plan().itemsPerObject())
                        .sorted()
                        .toList());
                var given = inputs.inspectors().rows().stream()
                        .filter(one -> !recused.contains(new Recusal(one.certificate(), code)))
                        .filter(one -> loads.getOrDefault(one.certificate(), 0) < one.maxLoad())
                        .map(Inspector::certificate)
                        .sorted(Comparator.comparing((String one) -> loads.getOrDefault(one, 0))
                                .thenComparing(one -> key(seed, "inspector", code, one), Arrays::compareUnsigned))
                        .limit(2)
                        .toList();
                given = given.size() < 2 ? List.of() : given;
                given.forEach(one -> loads.merge(one, 1, Integer::sum));
                drawn.add(new DrawnObject(planned.stratum(), code, given, items));
            }
        }
        return drawn;
    }

    private static byte[] key(String seed, String a, String b, String c) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(seed), "HmacSHA256"));
            return mac.doFinal(DrawText.utf8(a + "\t" + b + "\t" + c));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
