package org.sise.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The city's businesses and people, each a function of seed and index: any of them can be had without the others. */
final class Population {

    private static final List<String> SURNAMES = List.of(
            "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
                    .split(""));
    private static final List<String> GIVEN =
            List.of("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰萍红梅建国文辉鑫宇博志海燕雪峰波宁斌颖欣怡佳慧晓东春晨阳旭亮凯浩然子轩梓涵俊婷雨".split(""));
    private static final List<String> BRAND =
            List.of("锦绣鸿运盛世恒源瑞祥福泰兴隆嘉和顺达宏远金鼎华誉德润永昌万众启航晨曦海纳百川润泽安康佳美优品新月星辰天成地利人和吉庆丰年广汇卓越凯旋亿达腾飞雅居博雅信诚聚贤".split(""));

    private static final List<Conduct.Mark> MARKS =
            List.of(Conduct.Mark.PENALTY, Conduct.Mark.PENALTY, Conduct.Mark.ABNORMAL, Conduct.Mark.BREACH);
    private static final int MOST_OF_A_NOMINEE = 300;

    private final long seed;
    private final int size;
    private final LocalDate today;
    private final Numbers numbers;
    private final List<Conduct> conducts = Conduct.all();
    private final List<District> districts = District.all();
    private final List<Trade> trades = Trade.all();
    private final int[] districtWeights =
            districts.stream().mapToInt(District::weight).toArray();
    private final int[] tradeWeights = trades.stream().mapToInt(Trade::weight).toArray();
    private final int districtSum =
            districts.stream().mapToInt(District::weight).sum();
    private final int tradeSum = trades.stream().mapToInt(Trade::weight).sum();

    Population(long seed, int size, LocalDate today) {
        this.seed = seed;
        this.size = size;
        this.today = today;
        this.numbers = new Numbers(seed);
    }

    List<District> districts() {
        return districts;
    }

    Numbers numbers() {
        return numbers;
    }

    Business business(int index) {
        Dice dice = new Dice(seed, "business", index);
        dice.weighted(districtWeights, districtSum);
        dice.weighted(tradeWeights, tradeSum);
        District district = districtOf(index);
        Trade trade = tradeOf(index);
        Successor successor = successorOf(index);
        Conduct conduct = successor == null
                ? Conduct.of(conducts, seed, index)
                : Conduct.named(conducts, successor.conduct(index));
        boolean company = isCompany(index, trade);
        Person head = person(headOf(index));
        String name = name(dice, district, trade, company);
        int capital =
                company ? List.of(10, 50, 100, 200, 500, 1000, 2000, 5000).get(dice.below(8)) : dice.between(1, 20);
        LocalDate founded = dice.before(today, 1_100, 9_000);
        String status = status(dice, conduct);
        return new Business(
                index,
                numbers.business(index, district.code(), company),
                isShop(index) ? shopName(index, district) : name,
                company,
                head,
                capital,
                isNew(index) ? foundedOf(index) : founded,
                successor == null ? status : successor.isClosed(index) ? "注销" : "存续",
                successor != null && successor.isClosed(index)
                        ? foundedOf(index + 1).minusDays(10)
                        : null,
                trade,
                district,
                address(dice, index, district),
                conduct,
                conduct.oneMark() ? MARKS.get(new Dice(seed, "mark", index).below(MARKS.size())) : Conduct.Mark.NONE);
    }

    /** Whether a business was established lately, so that most departments do not know it yet. */
    boolean isNew(int index) {
        Successor successor = successorOf(index);
        return successor != null && successor.placeOf(index) > 0;
    }

    @Nullable
    Successor successorOf(int index) {
        return Successor.of(index, size);
    }

    @Nullable
    Shops shopsOf(int index) {
        return Shops.of(seed, index, size);
    }

    /** Whether a business is a shop of a chain. */
    boolean isShop(int index) {
        Shops shops = shopsOf(index);
        return shops != null && shops.isShop(index);
    }

    /** Whether three people hold a third each of a company. */
    boolean isOfThirds(int index) {
        return index % Family.BLOCK == Family.BLOCK / 2 && Family.isChosen(index, Math.clamp(size / 800, 1, 25), size);
    }

    /** Whether a business has its telephone number in common with others. */
    boolean sharesPhone(int index) {
        return familyOf(index) != null || successorOf(index) != null || isAtAgency(index);
    }

    /** By what a business's telephone number is told from those of others. */
    long phoneOf(int index) {
        Family family = familyOf(index);
        Successor successor = successorOf(index);
        return family != null
                ? family.first()
                : successor != null ? successor.first() : isAtAgency(index) ? agency(index) : index;
    }

    /** The index of the person beside a business's head. */
    long partnerOf(int index) {
        Family family = familyOf(index);
        Successor successor = successorOf(index);
        return shareholder(successor != null ? successor.first() : family != null ? family.first() : index, 1);
    }

    Trade tradeOf(int index) {
        Successor successor = successorOf(index);
        Shops shops = shopsOf(index);
        if (successor != null || shops != null) {
            List<Trade> permitted = trades.stream()
                    .filter(trade -> trade.permit() != null && trade.hazard() < 2)
                    .toList();
            return new Dice(
                            seed,
                            "same trade",
                            successor != null
                                    ? successor.first()
                                    : Objects.requireNonNull(shops).first())
                    .pick(permitted);
        }
        Dice dice = new Dice(seed, "business", index);
        dice.weighted(districtWeights, districtSum);
        return trades.get(dice.weighted(tradeWeights, tradeSum));
    }

    /** The credit code of a business without making the rest of it. */
    String codeOf(int index) {
        return numbers.business(index, districtOf(index).code(), isCompany(index));
    }

    /** The code of a business that is in no register. */
    String unknownCode(int index) {
        return numbers.business((long) size + index, districts.getFirst().code(), true);
    }

    boolean isCompany(int index) {
        return isCompany(index, tradeOf(index));
    }

    private District districtOf(int index) {
        Successor successor = successorOf(index);
        return districts.get(new Dice(seed, "business", successor == null ? index : successor.first())
                .weighted(districtWeights, districtSum));
    }

    private LocalDate foundedOf(int index) {
        Successor successor = Objects.requireNonNull(successorOf(index));
        return today.minusDays(successor.daysSinceFounded(index));
    }

    private String shopName(int index, District district) {
        Business company = business(Objects.requireNonNull(shopsOf(index)).first());
        return "%s%s%d号分店".formatted(company.name(), district.place(), index % Family.BLOCK);
    }

    @Nullable
    Family familyOf(int index) {
        return Family.of(seed, index, size);
    }

    /** Whether a business stands in the name of the city's nominee, who runs none of them. */
    boolean isNominees(int index) {
        return index % Family.BLOCK == Family.BLOCK - 1
                && Family.isChosen(index, Math.clamp(size / 50, 2, MOST_OF_A_NOMINEE), size);
    }

    Person person(long index) {
        Dice dice = new Dice(seed, "person", index);
        String surname = SURNAMES.get(dice.below(dice.percent(50) ? 20 : SURNAMES.size()));
        String given = dice.pick(GIVEN) + (dice.percent(70) ? dice.pick(GIVEN) : "");
        return new Person(surname + given, numbers.person(index));
    }

    /** The index of the person who heads a business. */
    long headOf(int index) {
        if (isNominees(index)) {
            return nominee();
        }
        Successor successor = successorOf(index);
        if (successor != null) {
            return successor.first();
        }
        Family family = familyOf(index);
        if (family == null || new Dice(seed, "head", index).percent(20) && family.placeOf(index) > 0) {
            return index;
        }
        return family.first();
    }

    /** The index of an inspector, apart from those of people who have to do with businesses. */
    long inspector(int n) {
        return nominee() + 1 + n;
    }

    /** The index of the nominee, and of the n-th further shareholder of a business. */
    long nominee() {
        return 3L * size;
    }

    long shareholder(int index, int n) {
        return (long) n * size + index;
    }

    private boolean isCompany(int index, Trade trade) {
        return trade.stallWords().isEmpty()
                || familyOf(index) != null
                || isNominees(index)
                || successorOf(index) != null
                || shopsOf(index) != null
                || isOfThirds(index)
                || new Dice(seed, "company", index).percent(45);
    }

    private static String name(Dice dice, District district, Trade trade, boolean company) {
        String brand = dice.pick(BRAND) + dice.pick(BRAND) + (dice.percent(60) ? dice.pick(BRAND) : "");
        return company
                ? district.place() + brand + dice.pick(trade.companyWords()) + (dice.percent(8) ? "股份有限公司" : "有限公司")
                : district.place() + brand + dice.pick(trade.stallWords()) + "（个体工商户）";
    }

    private static String status(Dice dice, Conduct conduct) {
        int draw = dice.below(1000);
        return draw < 10 + conduct.dishonest() / 2 ? "吊销" : draw < 40 ? "注销" : "存续";
    }

    private String address(Dice dice, int index, District district) {
        Family family = familyOf(index);
        Successor successor = successorOf(index);
        if (isAtAgency(index)) {
            return "%s金枫街%d号众创大厦A座1001室（集群注册）".formatted(districts.getFirst().place(), agency(index));
        }
        if (successor != null) {
            return address(new Dice(seed, "address", successor.first()), district);
        }
        if (family != null && family.shape() == Family.Shape.STAR) {
            return address(new Dice(seed, "address", family.first()), districtOf(family.first()));
        }
        return address(dice, district);
    }

    /** Whether a business is registered at the address of an agency, which houses hundreds. */
    private boolean isAtAgency(int index) {
        return isNominees(index) || index % Family.BLOCK == Family.BLOCK - 2;
    }

    private int agency(int index) {
        return 1 + index / Family.BLOCK % Math.max(1, size / 8_000);
    }

    private static String address(Dice dice, District district) {
        return district.place() + dice.pick(district.streets()) + dice.between(1, 399) + "号" + dice.between(1, 3) + "-"
                + dice.between(101, 999);
    }
}
