package org.sise.server.web.related;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WayWordsTest {

    @Test
    void relations_and_what_has_no_name_are_said_in_english_and_names_stay() {
        assertThat(WayWords.english("甲公司 —持股60%[记录12]— 乙公司 —法定代表人[记录7]— 张* —持股[记录9]— 丙公司"))
                .isEqualTo(
                        "甲公司 —holds 60% [record 12]— 乙公司 —legal representative [record 7]— 张* —holds [record 9]— 丙公司");
        assertThat(WayWords.english("甲公司 —住所[记录1]— 同一住所 —住所[记录2]— 乙公司"))
                .isEqualTo("甲公司 —address [record 1]— the same address —address [record 2]— 乙公司");
        assertThat(WayWords.english("同一电话有限公司 —供应[记录3]— 自然人")).isEqualTo("同一电话有限公司 —supplies [record 3]— a person");
    }
}
