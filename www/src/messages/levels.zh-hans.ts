/** Simplified Chinese words about levels and thresholds. */

import type { Formatter } from '../element/format.js';
import type { LevelsMessages } from './levels.types.js';

const gaps = (f: Formatter, from: number, days?: number): string =>
  days === undefined ? `${f.number(from)} 个周期` : f.days(Math.round(from * days));

export const levelsZhHans: LevelsMessages = {
  levels: {
    title: (f, p) => `${f.count(p.customers)} 位客户再下一单即可进入${p.name}；这些订单可带来 ${f.moneyShort(p.money)}`,
    none: '没有客户再下一单就能升级',
    about: '再下一单：今天、按该客户平常的订单金额，其他客户不变。',
    working: '正在计算等级…',
    off: '无法计算等级。',
    ruler: '各等级的门槛',
    by: '划分依据',
    cutBy: { customers: '客户占比', revenue: '销售额占比', money: '净消费金额' },
    from: (f, p) => (p.by === 'money' ? `${f.money(p.from)} 起` : `指数 ${f.number(p.from, 1)} 起`),
    keptFrom: (f, p) => `保级线 ${p.by === 'money' ? f.money(p.from) : f.number(p.from, 1)}`,
    keeping: (f, p) => `保留 ${f.day(p.since)} 的等级，直到低于保级线：否则有 ${f.count(p.kept)} 位客户会降级。`,
    notKeeping: (f, p) => `未设定评定日，因此不知道此前的等级，无人保级。设定后，达到门槛的 ${f.share(p.keep)} 即可保级。`,
    oneOrder: (f, p) => `${f.count(p.customers)} 位客户差一单（${f.moneyShort(p.money)}）`,
    onTheLine: (f, p) => `${f.count(p.customers)} 位客户在线上：高于保级线、低于门槛`,
    kept: (f, p) => `${f.count(p.customers)} 位客户自评定日起保级`,
    oneOrderOf: (_, p) => `差一单进入${p.name}`,
    onTheLineOf: (_, p) => `在${p.name}的线上`,
    balance: {
      title: (f, p) => `${p.name}带来 ${f.share(p.net)} 的净销售额，获得 ${f.share(p.hours)} 的服务时间`,
      even: (f, p) => `${p.name}占客户的 ${f.share(p.customers)}，带来 ${f.share(p.net)} 的净销售额：若人人服务相同，其所得份额偏小`,
      customers: '客户',
      net: '净销售额',
      points: '积分成本',
      hours: '服务时间',
      hoursEven: '服务，人人相同',
      level: '等级',
      spent: '期间消费',
      cost: '积分成本',
      byValue: '按销售额占比的小时数',
      oneOrder: '差一单',
      onTheLine: '在线上',
      money: '这些订单',
    },
    points: (f, p) =>
      (p.from === undefined || p.to === undefined ? '' : `${f.day(p.from)}至${f.day(p.to)}，`) +
      `按消费金额 ${f.share(p.points, 1)} 计的积分成本为 ${f.moneyShort(p.cost)}。`,
    assumption: '该比率由您设定，并非预测。',
    tenure: {
      title: (f, p) => `${p.name}:${f.count(p.customers)} 位客户中 ${f.share(p.high)} 为${p.level}`,
      one: (_, p) => `所有客户的往来年限属于同一档：${p.name}`,
      grade: (f, p) =>
        p.from === 0 ? `不满 ${f.number(p.to ?? 0)} 年`
        : p.to === undefined ? `${f.number(p.from)} 年及以上`
        : `${f.number(p.from)}–${f.number(p.to)} 年`,
      head: '首单以来的年数',
    },
    form: {
      title: '积分、服务时间与年限分档',
      points: '积分：消费金额的 %',
      hours: '每月服务小时数',
      hoursAuto: '留空：每位客户相同。',
      tenure: '各档起始年数',
      apply: '重新计算',
    },
    rule: {
      by: '分层依据',
      high: { customers: '高价值：前 …% 的客户', revenue: '高价值：合计带来 …% 销售额的最佳客户' },
      medium: { customers: '中等价值：接下来的 …%', revenue: '中等价值：接下来合计带来 …% 的客户' },
      moneyHigh: '高价值：净消费金额起点',
      moneyMedium: '中等价值：净消费金额起点',
      keep: '达到门槛的 …% 即可保级',
      since: '评定日（保留当日的等级）',
      sinceAbout: '留空：只按门槛分层。',
      over: '高价值与中等价值合计超过 100%：部分客户会同时属于两层。',
      crossed: '中等价值的起点高于高价值：部分客户会同时属于两层。',
      number: '有数字缺失或超出范围。',
      moneyAlone: '分层只看净消费金额；权重只影响价值指数。',
    },
  },
  thresholds: {
    title: '调整阈值',
    templates: '行业模板',
    templatesAbout: '模板只是起点，所设内容都显示在此处，可以修改。',
    template: {
      ecommerce: { name: '电商', sets: '按客户五分位评分，以各自的节奏衡量；分层 20% / 30% / 其余。' },
      bank: { name: '银行', sets: '金额为余额。所有人的周期为 30 天，往来年限与最近一次消费同等权重，按金额占比分层（80% / 15% / 其余）。' },
      manufacturing: { name: '制造业与 B2B', sets: '客户少：以天数、订单数、平均订单金额的固定阈值评分，先看 ABC，计入往来年限，按销售额占比分层（80% / 15% / 其余）。' },
    },
    take: '使用',
    taken: '使用中',
    gate: {
      no_dates: () => '文件没有消费时间，评分、阶段与节奏都无从谈起。ABC 只需要金额。',
      no_order_counts: () => '文件没有订单次数，评分没有意义。ABC 只需要金额。',
      few_customers: (f, p) => `只有 ${f.count(p.value ?? 0)} 位下过单的客户：人数太少，五分位意义不大，改用 ABC 与固定门槛。`,
      few_days: (f, p) => `文件只有 ${f.days(p.value ?? 0)}的订单：不足以看出节奏，先显示 ABC。`,
      no_repeat: () => '还没有客户复购，没有常规购买间隔：阶段与 NES 为空，改为显示分群。',
    },
    axis: { recency: '距最近一次消费天数', frequency: '订单数', monetary: '净消费金额' },
    score: (f, p) => `${f.count(p.score)} 分`,
    upTo: (f, p) => `至 ${p.axis === 'monetary' ? f.money(p.to) : p.axis === 'recency' ? f.days(p.to) : f.number(p.to, 1)}`,
    over: (f, p) => `超过 ${p.axis === 'monetary' ? f.money(p.from) : p.axis === 'recency' ? f.days(p.from) : f.number(p.from, 1)}`,
    rulers: (_, p) => `按${p.axis === 'recency' ? '距最近一次消费天数' : p.axis === 'frequency' ? '订单数' : '净消费金额'}评分`,
    field: (f, p) => `${f.count(p.score)} 分的上限`,
    fromData: '取自数据',
    fixed: '固定：30、90、180、365 天',
    fault: (f, p) => `${f.number(p.above)} 排在 ${f.number(p.below)} 之前：客户会同时属于两组，或不属于任何一组。阈值须依次递增。`,
    missing: '有阈值缺失或不是数字。',
    sound: '每位客户恰好属于一组。',
    cycle: '所有人的周期（天）',
    cycleAuto: '留空：各客户自己的常规购买间隔。',
    cycleFixed: (f, p) => `所有人的周期均为 ${f.days(p.days)}。`,
    nes: {
      n: (f, p) => `1 个订单，${gaps(f, p.active, p.days)}以内`,
      e0: (f, p) => `复购，${gaps(f, p.active, p.days)}以内`,
      s1: (f, p) => `距最近一次消费至多 ${gaps(f, p.drowsy, p.days)}`,
      s2: (f, p) => `至多 ${gaps(f, p.half, p.days)}`,
      s3: (f, p) => `超过 ${gaps(f, p.half, p.days)}`,
    },
    nesField: ['活跃：至多 … 个周期', '瞌睡（S1）：至多', '半睡（S2）：至多'],
    stages: {
      prospect: () => '在文件中，没有订单',
      new: () => '1 个订单，1 个周期以内',
      developing: (f, p) => `2–3 个订单，${gaps(f, p.slowing)}以内`,
      mature: (f, p) => `4 个订单及以上，${gaps(f, p.slowing)}以内`,
      returned: () => '休眠后再次下单，1 个周期以内',
      slowing: (f, p) => `超过 ${gaps(f, p.slowing)}，或最近间隔与等待对该客户而言都偏长；仅 1 个订单时超过 1 个周期`,
      dormant: (f, p) => `超过 ${gaps(f, p.dormant)}；仅 1 个订单时超过 ${f.number(p.dormant_one)}`,
      lost: (f, p) => `超过 ${gaps(f, p.dormant * p.lost)}；仅 1 个订单时超过 ${f.number(p.dormant_one * p.lost)}`,
    },
    stageField: { slowing: '衰退：超过 … 个周期', dormant: '休眠：超过', dormant_one: '休眠（仅 1 个订单）：超过', lost: '流失：休眠的 … 倍' },
    eight: {
      by: '高低的分界',
      from: { median: '中位数', mean: '平均值', given: '自定数值' },
      about: (f, p) =>
        `最近一次消费、频率、金额各自高于（↑）或低于（↓）${p.by === 'median' ? '中位数' : p.by === 'mean' ? '平均值' : '您给出的数值'}：` +
        `R↑ 距最近一次消费少于 ${f.days(p.recency)}，F↑ 多于 ${f.number(p.frequency, 2)} 个订单，M↑ 高于 ${f.money(p.monetary)}。`,
      skewed: (f, p) => `少数大客户把${p.axes}的平均值拉离中间：${f.count(p.buyers)} 位客户中只有 ${f.count(p.high)} 位消费更多。中位数可均分客户。`,
    },
    abc: {
      name: { a: 'A 类', b: 'B 类', c: 'C 类' },
      about: (f, p) => `A：合计带来 ${f.share(p.a)} 净销售额的最大客户。B：接下来直到 ${f.share(p.b)}。C：其余。`,
      finding: (f, p) => `${f.count(p.buyers)} 位客户中 ${f.count(p.customers)} 位为 A 类，带来 ${f.share(p.share_net)} 的净销售额`,
      from: (f, p) => `${f.money(p.from)} 起`,
      a: 'A 类带来 …% 的销售额',
      b: 'A 与 B 类带来 …%',
    },
    apply: '重新计算',
  },
};
