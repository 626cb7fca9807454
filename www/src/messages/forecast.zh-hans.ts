/** 简体中文：预测用语。 */

import type { Formatter } from '../element/format.js';
import type { ForecastMessages } from './forecast.types.js';

const NONE = 0.005;
const off = (f: Formatter, error: number): string =>
  Math.abs(error) < NONE ? '误差不到 1%' : `${error > 0 ? '偏多' : '偏少'} ${f.share(Math.abs(error))}`;
const repeats = (f: Formatter, from: number, last: boolean): string =>
  from === 0 ? '无复购' : `复购 ${f.count(from)} 次${last ? '及以上' : ''}`;

export const forecastZhHans: ForecastMessages = {
  forecast: {
    title: '若一切照旧，他们还会带来多少',
    noDates: '预测需要每笔订单的日期。此文件每位客户一条记录，因此只给出综合价值得分。',

    verdict: {
      trusted: '该预测已通过用您自己数据做的回测',
      test: (f, p) =>
        `留出文件最后 ${f.days(p.days)}，用之前的数据预测：预测 ${f.count(p.predicted)} 笔订单，实际 ${f.count(p.actual)} 笔，${off(f, p.error)}。` +
        `每位客户的误差比两种简单规则中较好的一种低 ${f.share(1 - p.ratio)}。`,
      notTrusted: '此文件得不出可信的预测',
      reasons: {
        'no-purchases': () => '截至报告日期没有人购买过。',
        'few-customers': (f, p) => `共 ${f.count(p.value)} 位客户：稳定的预测需要 ${f.count(p.limit)} 位。`,
        'short-history': (f, p) => `文件只覆盖 ${f.days(p.value)}：要分辨仍活跃与已流失的客户，至少需要 ${f.days(p.limit)}。`,
        'no-repeats': () => '没有人在另一天再次购买，无从了解复购。',
        'few-repeaters': (f, p) => `有复购的客户 ${f.count(p.value)} 位：预测需要 ${f.count(p.limit)} 位。`,
        regularised: (f, p) => `${f.count(p.value)} 位客户的数据不足以确定模型，其余由保守的假设决定。`,
        'no-fit': () => '没有模型适合这些订单。',
        'no-back-test': (f, p) =>
          p.value > 0 ? `只能留出 ${f.days(p.value)}做回测：需要 ${f.days(p.limit)}。` : '文件时间过短，无法留出一段做回测。',
        'beaten-by-baseline': (f, p) => `简单规则对留出时段的预测不输于模型：模型误差是规则的 ${f.fixed(p.value, 3)} 倍。`,
        'total-far-off': (f, p) => `回测总数${off(f, p.value)}：超过 ${f.share(p.limit)} 即视为偏差过大。`,
        'no-spend': () => '没有人付过款：没有可预测的金额。',
        'left-censored': (f, p) =>
          `${f.share(p.value)} 的客户首次购买就在文件开头：他们可能早已是客户，或者文件只含某一时期的新客户。`,
        'closed-cohort': (f, p) => `最后一位新客户出现在结束前 ${f.days(p.value)}：这份文件只有一批客户，没有新来者。`,
        'quiet-end': (f, p) => `最后一笔订单在报告日期前 ${f.days(p.value)}。如果文件只是提前结束，所有客户都会显得比实际更像流失。`,
        'no-full-year': (f, p) => `${f.days(p.value)}的历史不足一年：无法区分季节与趋势。`,
        'horizon-beyond-history': (f, p) => `预测向前看 ${f.days(p.limit)}，文件只向后覆盖 ${f.days(p.value)}。`,
        'spend-depends-on-frequency': (f, p) =>
          `下单较多的客户每单花费${p.value > 0 ? '较多' : '较少'}（相关系数 ${f.number(p.value, 2)}）；消费模型假定两者无关。`,
        'spend-is-mean': (f, p) => `只有 ${f.count(p.value)} 位客户再次付款，或金额全部相同：每单都按全体平均金额计。`,
        'spend-regularised': (f, p) =>
          `${f.count(p.value)} 位有付款复购的客户，金额过于悬殊或过于一致，不足以确定消费模型；由保守的假设决定。`,
        periodic: (f, p) => `所有订单每 ${f.count(p.value)} 天才有一天：采用按轮次计算的模型。`,
        'zero-amounts': (f, p) => `有 ${f.count(p.value)} 个下单日的金额为 0：计入订单，不计入消费金额。`,
      },
      gates: '原因',
      notes: '阅读时请留意',
      off: '历史数据过短，仅显示常规购买间隔',
      offOther: '未通过回测，仅显示常规购买间隔',
      usualGap: (f, p) => `两笔订单相隔 ${f.days(p.gap)}`,
      usualGapMeans: '常规购买间隔：有复购的客户的中位数。超过其 2 倍未下单，就值得关注。',
      noGap: '没有人在另一天再次下单，因此还没有常规购买间隔。',
      unfold: '查看未通过的预测及其回测',
      unfoldWarning: '请勿依据这些数字做计划。',
    },

    outlook: {
      revenue: (f, p) =>
        `若一切照旧，现有 ${f.count(p.customers)} 位客户在未来 ${f.count(p.months)} 个月将带来 ${f.moneyShort(p.band.expected)}：介于 ${f.moneyShort(p.band.low)} 与 ${f.moneyShort(p.band.high)} 之间`,
      orders: (f, p) =>
        `他们在未来 ${f.count(p.months)} 个月将下 ${f.count(p.band.expected)} 笔订单：介于 ${f.count(p.band.low)} 与 ${f.count(p.band.high)} 之间`,
      months: (f, p) => `未来 ${f.count(p.months)} 个月`,
      range: (_, p) => `${p.low} 至 ${p.high}`,
      today: (_, p) => `自报告日期 ${p.day} 起算。`,
      excluded: '只含已经下过单的客户，之后新来的客户不计在内。',
      unit: '复购收入，按文件中的货币：不是利润，未折现。',
      band: '95% 区间：包含模型参数的不确定性、偶然波动以及回测的偏差。',
      value: (f, p) =>
        `折合今日：${f.moneyShort(p.band.expected)}（${f.moneyShort(p.band.low)} 至 ${f.moneyShort(p.band.high)}），即 ${f.count(p.months)} 个月内的贡献按每年 ${f.share(p.discount, 1)} 折现` +
        (p.margin === undefined ? '，为收入，非利润。' : `，再乘以 ${f.share(p.margin, 1)} 的毛利率。`),
      table: { horizon: '时间范围', what: '项目', expected: '预期', low: '下限', high: '上限', orders: '复购订单', revenue: '复购收入' },
    },

    values: {
      switch: '分组方式',
      views: { value: '价值分层', potential: '潜力分层', segments: '客户分群' },
      title: (f, p) =>
        `${p.name}：已带来 ${f.moneyShort(p.net)}` +
        (p.expected === undefined ? '' : `，预期 ${f.moneyShort(p.expected)}`) +
        `，尚可争取 ${f.moneyShort(p.potential)}`,
      about: '三种价值使用同一刻度。它们回答不同的问题，从不相加。',
      group: '分组',
      existing: '现有价值',
      existingMeans: '累计净销售额',
      existingMargin: '迄今毛利：净收入减去商品成本',
      expected: (f, p) => `模型价值（${f.count(p.months)} 个月）`,
      expectedMeans: '由模型得出，若一切照旧；须线为 95% 区间',
      potential: '潜在价值',
      potentialMeans: '距同阶段前四分之一水平',
      notTrusted: '未列出模型价值：该预测未通过回测。',
    },

    weights: {
      parts: { recency: '最近一次消费', frequency: '消费频率', monetary: '消费金额', tenure: '客户关系时长', margin: '毛利', satisfaction: '满意度', referral: '推荐意愿' },
      sum: (f, p) => `合计 ${f.number(p.sum)}`,
      slider: (_, p) => `权重：${p.part}`,
      pairs: {
        title: '通过两两比较确定权重',
        about: '每两项中，哪一项对您更重要？权重由此得出。',
        pair: (_, p) => `${p.one}与${p.other}相比`,
        choice: (_, p) => `${p.part}${{ 3: '稍微重要', 5: '明显重要', 7: '重要得多', 9: '极其重要' }[p.degree]}`,
        same: '同样重要',
        apply: '采用这些权重',
        sound: (f, p) => `您的比较前后一致（一致性比率 ${f.fixed(p.ratio, 2)}，不超过 0.10 即可接受）。`,
        unsound: (f, p) => `您的比较相互矛盾（一致性比率 ${f.fixed(p.ratio, 2)}，不超过 0.10 才可接受），请再看一遍。`,
      },
      sensitivity: {
        title: (f, p) => `“${p.part}”的权重影响最大：变动 10 个百分点，有 ${f.count(p.moved)} 位客户改变层级`,
        none: '任何一项权重增减 10 个百分点，都没有客户改变层级',
        about: '每次只变动一项权重，增减 10 个百分点（满分 100），其余各项按比例调整。',
        head: { weight: '权重', less: '减 10 个百分点', more: '加 10 个百分点' },
        change: (f, p) => `升级 ${f.count(p.up)}，降级 ${f.count(p.down)}`,
      },
    },

    assumptions: {
      title: '毛利率、折现率与时间范围',
      yours: '该比率由您设定，并非预测',
      margin: '毛利率，%',
      noMargin: '留空：价值为净销售额，非利润。',
      discount: '每年折现率，%',
      months: '向前看的月数',
      apply: '重新计算',
    },

    test: {
      title: (f, p) =>
        `有多准？对最后 ${f.days(p.days)}，预测 ${f.count(p.predicted)} 笔订单，实际 ${f.count(p.actual)} 笔：${off(f, p.error)}`,
      about: (f, p) =>
        `模型只看到 ${p.split} 及之前的数据，为 ${f.count(p.customers)} 位客户预测其后的 ${f.days(p.days)}。` +
        (p.newCustomers > 0 ? `此后才首次购买的 ${f.count(p.newCustomers)} 位客户未计入：当时对他们一无所知。` : ''),
      predicted: '预测',
      came: '实际',
      rate: '按以往频率',
      ranking: (f, p) => {
        const figures = `（${f.fixed(p.auc, 2)} 对 ${f.fixed(p.silence, 2)}；1 为完全正确，0.5 相当于抛硬币）`;
        if (p.auc - p.silence > 0.01) return `在判断谁会再买的排序上，它胜过只看距上次下单的天数${figures}。`;
        if (p.silence - p.auc > 0.01) return `只看距上次下单的天数，对谁会再买的排序更好${figures}。`;
        return `只看距上次下单的天数，对谁会再买的排序同样好${figures}。`;
      },
      revenue: (f, p) =>
        `按金额：预测 ${f.moneyShort(p.predicted)}，实际 ${f.moneyShort(p.actual)}：${p.error > 0 ? '偏多' : '偏少'} ${f.share(Math.abs(p.error))}。`,
      weeks: {
        title: (f, p) => `逐周累计：到 ${p.until} 预测 ${f.count(p.predicted)} 笔，实际 ${f.count(p.actual)} 笔`,
        y: '回测开始以来的订单数',
        until: '截至',
      },
      rivals: {
        title: (f, p) =>
          p.better ? `每位客户的误差比较好的简单规则低 ${f.share(1 - p.ratio)}` : `简单规则同样好：模型误差是规则的 ${f.fixed(p.ratio, 3)} 倍`,
        about: '每位客户的订单数误差，大的偏差权重更高（均方根）。越短越好。',
        rules: {
          bg_nbd: 'BG/NBD',
          mbg_nbd: 'MBG/NBD',
          pareto_nbd: 'Pareto/NBD',
          bg_bb: 'BG/BB',
          same_rate: '简单规则：各人照旧',
          recency_frequency_table: '简单规则：参照最近消费与频率相同的客户',
        },
        rule: '模型或规则',
        error: '每位客户的误差',
        total: '总数',
        auc: '排序（1 为完全正确）',
        off: (f, p) => off(f, p.error),
      },
      frequency: {
        title: (f, p) => `按以往订单数：${repeats(f, p.from, p.last)}的客户预测每位 ${f.fixed(p.predicted, 2)} 笔，实际 ${f.fixed(p.actual, 2)} 笔`,
        about: '留出时段内每位客户的订单数，按此前的复购次数分组。',
        row: (f, p) => repeats(f, p.from, p.last),
        bucket: '此前复购次数',
      },
      decile: {
        title: (f, p) => `按预测价值：最高的十分之一预测每位 ${f.number(p.predicted)}，实际 ${f.number(p.actual)}`,
        about: '留出时段内每位客户的金额，按预测价值分为十组，由高到低。',
        row: (f, p) => (p.from === 1 ? '最高的十分之一' : `第 ${f.count(p.from)} 组`),
        bucket: '按预测价值的十分位',
      },
      buy: {
        title: (f, p) => `购买概率：预测为 ${f.share(p.predicted)} 的客户中，${f.share(p.actual)} 在 ${f.days(p.days)}内购买`,
        about: '落在虚线上表示概率正确。圆点越大，客户越多。',
      },
      alive: {
        title: (f, p) => `活跃概率：预测为 ${f.share(p.predicted)} 的客户中，${f.share(p.actual)} 在 ${f.days(p.days)}内购买`,
        about: '购买过的必然活跃；没有购买的也可能仍活跃。因此低于虚线不算错，高于虚线才算。',
      },
      calibration: { x: '预测概率', y: '实际购买占比', even: '与预测一致', from: '概率起点' },
      customers: '客户数',
    },

    models: {
      title: '计算方法：模型与出处',
      chosen: (_, p) => `用于估值的模型：${p.name}`,
      chosenBy: {
        'held-out-likelihood': '在试过的模型中，它对留出时段的订单解释得最好。',
        likelihood: '它最符合现有数据；文件过短，无法留出一段。',
      },
      explained: {
        bg_nbd: {
          name: 'BG/NBD',
          says: '每位客户有自己的购买节奏，每次复购之后都有一定可能悄然离开。相对自己的节奏沉默已久的客户，多半已经离开。',
        },
        mbg_nbd: {
          name: 'MBG/NBD',
          says: '与 BG/NBD 相似，但客户在首单之后就可能离开。适合许多人买一次便不再来的店铺。',
        },
        pareto_nbd: {
          name: 'Pareto/NBD',
          says: '每位客户有自己的购买节奏，并且随时可能离开，不限于下单之后。相对这一节奏沉默越久，离开的可能越大。',
        },
        bg_bb: {
          name: 'BG/BB',
          says: '订单按轮次出现，例如每月一次，每一轮中活跃的客户买或不买。每一轮之前都有一定可能永远离开。',
        },
        gamma_gamma: {
          name: 'Gamma-Gamma',
          says: '每位客户的订单围绕自己的金额上下波动，而各人的金额不同。订单少说明不了多少，因此预期金额介于本人平均与全体平均之间。',
        },
      },
      spendMean: '每笔订单都按全体平均金额计。',
      reference: '出处',
      inUse: '使用中',
      parameters: '参数（供分析人员）',
      parameter: '参数',
      estimate: '估计值',
      error: '标准误',
      noError: '无',
      logLikelihood: '对数似然',
      heldOut: (f, p) => `留出时段的对数似然：${f.fixed(p.value, 1)}`,
      time: '时间单位为周。',
      regularised: '似然没有内部最大值：数据无法决定之处由弱先验决定。',
    },
  },
};
