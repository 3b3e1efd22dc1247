package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.business.Business;
import org.sise.server.query.Choice;

/** A business as it stands in the register today; colour and score are null where they may not be seen. */
@Schema(name = "Business", description = "企业 / a business as it stands in the register today")
public record BusinessResponse(
        @Schema(description = "统一社会信用代码 / credit code, GB 32100-2015", example = "91210102MA0000001X")
        String code,

        @Schema(description = "名称 / name") String name,

        @Schema(
                description = "颜色 / present colour",
                allowableValues = {"blue", "yellow", "orange", "red"})
        @Nullable
        String colour,

        @Schema(description = "得分 / score, as the policy counts") @Nullable
        BigDecimal score,

        @Schema(
                description = "登记状态 / state in the register",
                allowableValues = {"operating", "revoked", "closed"})
        String status,

        @Schema(description = "区划代码 / region, GB/T 2260") @Nullable
        String region,

        @Schema(description = "行业代码 / industry, GB/T 4754") @Nullable
        String industry,

        @Schema(description = "类型 / kind of business") @Nullable
        String legalForm,

        @Schema(description = "法定代表人 / legal representative") @Nullable
        String legalRepresentative,

        @Schema(description = "注册资本（元） / registered capital in yuan") @Nullable
        BigDecimal capital,

        @Schema(description = "成立日期 / established") LocalDate established,
        @Schema(description = "住所 / address") @Nullable String address,
        @Schema(description = "经营范围 / scope") @Nullable String scope) {

    static BusinessResponse of(Business business, boolean colour) {
        return new BusinessResponse(
                business.code(),
                business.name(),
                colour && business.grade() != null ? Choice.word(business.grade()) : null,
                colour ? business.score() : null,
                business.status().token(),
                business.region(),
                business.industry(),
                business.legalForm(),
                business.legalRepresentative(),
                business.capital(),
                business.established(),
                business.address(),
                business.scope());
    }
}
