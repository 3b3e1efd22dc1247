package org.sise.server.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.integrations.landing.Replayed;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.business.Businesses;
import org.sise.server.ServerFixture;
import org.sise.server.query.BadParameterException;

class QuarantineDeskIT {

    private final ServerFixture server = ServerFixture.server();
    private final QuarantineDesk desk = server.bean(QuarantineDesk.class);

    @Test
    void a_row_that_is_mended_lands_and_the_audit_log_says_who_changed_which_cell() {
        QuarantinedRow row = server.bean(Quarantine.class)
                .find("register", "bad-code", QuarantinedRow.State.OPEN, 0, 1)
                .getFirst();
        assertThat(desk.replay(row.id(), Map.of(), "lisi")).isInstanceOf(Replayed.Refused.class);

        String column = row.column();
        String first17 = QuarantineDesk.cells(row).get(column).substring(0, CreditCode.LENGTH - 1);
        String code = first17 + CreditCode.checkCharacter(first17);
        assertThat(desk.replay(row.id(), Map.of(column, code), "lisi")).isInstanceOf(Replayed.Landed.class);

        assertThat(server.bean(Businesses.class).find(code)).isPresent();
        assertThat(desk.find(row.id()).orElseThrow().state()).isEqualTo(QuarantinedRow.State.REPLAYED);
        assertThat(server.bean(AuditLog.class).latest("quarantine/" + row.id(), 5))
                .extracting(line -> line.actor() + ": " + line.detail())
                .containsExactly("lisi: landed; " + column, "lisi: refused");
        assertThatThrownBy(() -> desk.replay(row.id(), Map.of(), "lisi")).isInstanceOf(IllegalStateException.class);
        assertThat(server.bean(Quarantine.class).history(row.id()))
                .extracting(line -> line.actor() + " " + line.action() + " " + line.outcome())
                .containsExactly("lisi replay refused", "lisi mend landed");
    }

    @Test
    void a_row_is_set_aside_with_a_reason_only() {
        QuarantinedRow row = server.bean(Quarantine.class)
                .find("register", "bad-date", QuarantinedRow.State.OPEN, 0, 1)
                .getFirst();
        assertThatThrownBy(() -> desk.discard(row.id(), "  ", "lisi"))
                .isInstanceOfSatisfying(
                        BadParameterException.class,
                        fault -> assertThat(fault.field()).isEqualTo("reason"));
        assertThatThrownBy(() -> desk.readAgain(row.id(), "lisi")).hasMessageContaining("不是整个文件");
        desk.discard(row.id(), "部门已撤回", "lisi");
        assertThat(server.bean(AuditLog.class).latest("quarantine/" + row.id(), 5))
                .extracting(line -> line.action() + ": " + line.detail())
                .containsExactly("row-discarded: 部门已撤回");
    }

    @Test
    void keys_of_persons_are_masked() {
        String key = "#" + "0a".repeat(32);
        assertThat(QuarantineDesk.isPersonal(key)).isTrue();
        assertThat(QuarantineDesk.isPersonal("#12")).isFalse();
        assertThat(QuarantineDesk.masked("{\"x\": \"" + key + "\"}")).isEqualTo("{\"x\": \"#********\"}");
    }
}
