package org.sise.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sise.integrations.landing.Deliveries;
import org.sise.integrations.landing.Delivery;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.BusinessOrder;
import org.sise.ledger.business.Businesses;
import org.sise.server.house.HouseSettings;

/** Files of penalties, delivered to the running server and landed, whose rows are at fault as asked for. */
final class DeliveredPenalties {

    private static final String COLUMNS = "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,"
            + "CF_XDR_SYDW,CF_XDR_SHZZ,CF_FRDB,CF_FR_ZJLX,CF_FR_ZJHM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,"
            + "CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,BZ";

    private DeliveredPenalties() {}

    /** Rows of a registered business with this fine (in 万元) and day, in a file of this name. */
    static Delivery of(ServerFixture server, String name, int rows, String fine, String day) throws IOException {
        String code = server.bean(Businesses.class)
                .page(BusinessFilter.ALL, BusinessOrder.WORST, null, 1)
                .items()
                .getFirst()
                .code();
        List<String> lines = new ArrayList<>(List.of(COLUMNS));
        for (int n = 0; n < rows; n++) {
            lines.add(("某公司,法人及非法人组织,%s,,,,,,张三,身份证,210102199001010011,,,%s〔2026〕%d号,未明码标价,标签缺失,"
                            + "价格法第四十二条,警告,警告,%s,,,%s,,2027-03-05,沈阳市市场监督管理局,,,,")
                    .formatted(code, name, n, fine, day));
        }
        Path folder = server.bean(HouseSettings.class).inbox().resolve("penalties");
        Path part = Files.write(
                folder.resolve(name + ".part"), (String.join("\n", lines) + "\n").getBytes(Charset.forName("GBK")));
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Deliveries deliveries = server.bean(Deliveries.class);
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> deliveries.latest("penalties", null, 50).stream()
                                .filter(delivery -> delivery.file().equals(name))
                                .findFirst()
                                .orElse(null),
                        delivery -> delivery != null && delivery.state() != Delivery.State.RECEIVING);
    }
}
