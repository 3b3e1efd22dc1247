package org.sise.server.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the REST interface says as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BASIC = "basic";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("四色信用监管接口 / Sise API")
                        .version("v1")
                        .description("""
                                企业、颜色、抽查计划和数据接入。时间为 ISO 8601，日期为 yyyy-MM-dd，金额为精确的元；\
                                出错时返回 RFC 9457 问题详情，`field` 和 `errors` 指出有误的字段。

                                Businesses, colours, inspection plans and feeds. Times are ISO 8601, dates yyyy-MM-dd, amounts \
                                exact yuan; errors are problem details (RFC 9457) whose `field` and `errors` name what to mend.""")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("账号和密码 / an account's name and password")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }
}
