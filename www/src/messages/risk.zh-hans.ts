/** 可能流失的客户:简体中文。 */

import type { RiskMessages } from './risk.types.js';

export const riskZhHans: RiskMessages = {
  risk: {
    band: { red: '高风险', amber: '关注', green: '正常' },
    seen: { seen: '已出现', not_seen: '未出现', no_data: '无数据' },
    cause: {
      overdue: {
        name: '超出购买周期',
        means: '未下单的时间超过该客户的常规间隔。',
        needs: '至少两笔订单',
        act: '先发提醒，再由专人联系。',
        unless: '订单少于三笔：此时以全体客户的间隔衡量',
      },
      slowing: {
        name: '购买频次下降',
        means: '最近三次间隔逐次变长，或订单比前一年减少 30%。',
        needs: '至少四笔订单',
        act: '找出失去的购买场景；提供订阅或自动补货。',
        unless: '季节可以解释',
      },
      basket: {
        name: '客单价下降',
        means: '最近两笔订单低于自身中位数的 70%。',
        needs: '至少四笔订单',
        act: '提供组合，或满额赠品。',
        unless: '是我方主动降价',
      },
      category: {
        name: '品类流失',
        means: '常购品类已缺席两个自身周期，期间仍购买其他品类。',
        needs: '品类字段',
        act: '询问原因；推荐替代品并协助比较。',
        unless: '该商品已停售',
      },
      balance: {
        name: '余额下降',
        means: '余额低于上期余额的 70%。',
        needs: '上期余额字段',
        act: '致电了解资金用途，介绍合适的产品。',
        unless: '资金只是转到本行的其他账户',
      },
      service: {
        name: '服务问题',
        means: '满意度偏低，或服务工单多于五分之四的买家。',
        needs: '满意度或服务工单字段',
        act: '致歉、解决、指定负责人。',
        unless: '只是一次咨询',
      },
      product: {
        name: '产品问题',
        means: '退款占比高于 80% 的客户。',
        needs: '文件中的退款记录',
        act: '换货、说明品质、介绍更合适的型号。',
        unless: '只是换尺码或颜色',
      },
      price: {
        name: '价格敏感',
        means: '至少 60% 的购买使用了折扣。',
        needs: '折扣字段',
        act: '说明价值；先在小范围测试大包装或会员价。',
        unless: '一开始就只在促销时购买',
      },
      one_and_done: {
        name: '一次性购买',
        means: '只有一笔订单，且已超过一个常规间隔。',
        needs: '有复购客户才知道常规间隔',
        act: '开展二次购买计划；确认是否为送礼。',
        unless: '首单是节日礼品',
      },
      unreachable: {
        name: '无法触达',
        means: '既无邮箱也无电话。',
        needs: '邮箱或电话字段',
        act: '下次接触时收集联系方式；使用广告人群。',
        unless: '其他名单中有联系方式',
      },
      seasonal: {
        name: '季节性停顿',
        means: '一年前有过同样的停顿。',
        needs: '超过一年的订单',
        act: '等待；旺季前发一次消息。',
        unless: '以前在淡季也购买',
      },
    },

    title: (f, p) =>
      p.red > 0
        ? `${f.count(p.red)} 位客户处于高风险，${f.count(p.amber)} 位需关注：风险金额 ${f.moneyShort(p.money)}`
        : `${f.count(p.scored)} 位客户中无人处于高风险；${f.count(p.amber)} 位需关注`,
    off: '现有内容不足以判断谁可能流失',
    about: {
      model: (f, p) =>
        `风险指未来 ${f.days(p.days ?? 0)}内不再购买的概率：由模型给出，并按此前 ${f.days(p.days ?? 0)}的实际情况校准。`,
      table: (f, p) =>
        `风险指未来 ${f.days(p.days ?? 0)}内不再购买的概率：依据订单数与沉默时长相同的客户在此前 ${f.days(p.days ?? 0)}的表现。没有可信的模型可用。`,
      label: () => '风险指文件自带流失标记的概率，只针对尚未流失的客户；不说明何时流失。',
    },
    money: {
      expected: '风险金额：风险 × 每位客户的预期价值。不是金融上的风险价值。',
      yearly: '风险金额：风险 × 每位客户至今的年均消费。不是金融上的风险价值。',
      so_far: '风险金额：风险 × 每位客户的累计消费；文件未说明历时多久。不是金融上的风险价值。',
    },
    why: {
      no_dates: '文件没有订单日期，也没有流失标记。',
      no_repeat: '还没有人复购，因此没有可比的常规间隔。',
      history_too_short: '文件覆盖的天数太少，无法回看一个常规间隔。',
      too_few_left: '客户过少，或几乎所有人的表现相同：无从区分。',
      not_tested: '历史太短，无法用过去检验这一预警。',
      no_better_than_recency: '这一预警并不优于只看最近一次消费：按距上次下单的天数排序同样有效。',
      nearly_all_red: '天数这么短，几乎没有人会购买，所以几乎人人都是高风险：可在下方设更多天数，或从风险金额最大的名单顶端开始。',
    },
    customers: '客户数',
    atStake: '风险金额',
    from: (f, p) => (p.to === undefined ? `风险 ${f.number(p.from)} 及以上` : p.from === 0 ? `风险低于 ${f.number(p.to)}` : `风险 ${f.number(p.from)} 至 ${f.number(p.to)} 以下`),
    bars: '各风险级别的客户数与金额',

    hit: {
      title: (f, p) =>
        `若在 ${f.days(p.days)}前发出同样的预警，高风险客户有 ${f.count(p.red)} 位，其中 ${f.count(p.left)} 位之后没有再购买`,
      none: (f, p) => `若在 ${f.days(p.days)}前发出同样的预警，没有客户处于高风险`,
      about: (f, p) =>
        `以${p.dayText}为准，只用当时已有的记录：${f.count(p.customers)} 位客户，其中 ${f.count(p.left)} 位在之后 ${f.days(p.days)}内没有购买。` +
        (p.precision === undefined ? '' : `精确率 ${f.share(p.precision, 1)}。`),
      recall: (f, p) => `没有再购买的 ${f.count(p.left)} 位中，${f.share(p.recall)} 事先被列为高风险（召回率）。`,
      lift: (f, p) => `是全体比例的 ${f.times(p.lift)}；全体中 ${f.share(p.share)} 没有再购买（提升度）。`,
      ranking: (f, p) =>
        p.better
          ? `排序优于只看距上次下单的天数（AUC ${f.fixed(p.auc, 2)} 对 ${f.fixed(p.recency, 2)}）。`
          : `排序并不优于只看距上次下单的天数（AUC ${f.fixed(p.auc, 2)} 对 ${f.fixed(p.recency, 2)}）。`,
      calibration: (f, p) => `平均风险 ${f.number(100 * p.predicted)} 的客户中，${f.share(p.actual)} 流失`,
      x: '给出的风险',
      y: '实际流失占比',
      even: '与给出的一致',
      tenth: '风险起点',
    },

    causes: {
      title: (f, p) => `风险金额最多的迹象：${p.name}，见于 ${f.count(p.customers)} 位客户，共 ${f.moneyShort(p.money)}`,
      none: '有风险的客户身上没有出现任何迹象',
      about: '这是数据中的迹象，并非原因的证明。高风险与关注合并计算；同一客户可有多种迹象。',
      cause: '迹象',
      split: (f, p) => `已出现 ${f.count(p.seen)}，未出现 ${f.count(p.notSeen)}，无数据 ${f.count(p.noData)}`,
      missing: '文件中没有相关内容',
      unless: '以下情况不算',
      do: '做法',
      owner: '负责人',
      channel: '渠道',
      offer: '优惠',
      kpi: '关注指标',
      noDiscount: '不必打折：折扣解决的不是这个问题。',
      discountTested: '折扣只用于有对照组的测试。',
      owners: { marketing: '市场', account_manager: '客户经理', service: '客服', product: '产品' },
      kpis: {
        reorder_in_one_gap: '一个常规间隔内再次下单',
        gap_back_to_median: '间隔回到中位数',
        average_order_value: '客单价',
        category_return: '重新购买该品类',
        balance_return: '余额回升',
        satisfaction_and_repeat: '满意度、投诉后的复购',
        refunds_and_repeat: '退款、退款后的复购',
        margin_per_customer: '每位客户的毛利',
        second_order: '二购率',
        reachable_share: '可触达率',
        return_in_season: '旺季回流',
      },
    },

    season: (f, p) => {
      if (!p.known) return '季节：文件的时间不够长，无法与去年同期比较。';
      const quiet =
        p.base === undefined
          ? ''
          : p.base < 0.8
            ? `去年同期的复购也偏少（为前后同等时段的 ${f.share(p.base)}），因此沉默的含义较弱。`
            : `去年同期的复购没有明显偏少（为前后同等时段的 ${f.share(p.base)}）。`;
      const factor =
        p.factor === undefined ? '；人数太少，无法衡量影响，风险保持不变' : `；按过去的实际情况，风险乘以 ${f.fixed(p.factor, 2)}`;
      return `季节：${f.count(p.customers)} 位客户去年有过同样的停顿${p.customers > 0 ? factor : ''}。${quiet}`;
    },

    label: {
      title: (f, p) => `从字段“${p.column}”学得：区分是否流失的 AUC 为 ${f.fixed(p.auc, 2)}`,
      about: (f, p) =>
        `对 ${f.count(p.customers)} 位客户做逻辑回归，其中 ${f.count(p.left)} 位已流失；分 ${f.count(p.folds)} 份交叉验证（种子 ${p.seed}），每位客户的风险都来自没有见过该客户的模型。`,
      red: (f, p) => `列为高风险的客户中 ${f.share(p.precision)} 流失，占全部流失客户的 ${f.share(p.recall)}。`,
      drivers: (_, p) => `“${p.column}”对风险的影响最大`,
      driver: (f, p) =>
        `${p.word === undefined ? `${p.column} ${p.above ? '高于' : '不超过'} ${f.number(p.cut ?? 0)}` : `${p.column}:${p.word}`}，其中 ${f.share(p.share)} 流失，其他客户 ${f.share(p.others)}`,
      suspect: (f, p) =>
        `仅凭“${p.column}”排序，AUC 已达 ${f.fixed(p.auc, 2)}。请确认它在客户流失之前就已知；否则请从文件中删去。`,
      share: '流失占比',
      others: '其他客户流失占比',
      column: '字段',
      effect: '对对数几率的影响',
      refusedTitle: (f, p) => `拒绝使用 ${f.count(p.count)} 个字段`,
      refused: {
        names_the_answer: '从名称看，客户流失之后才会知道',
        gives_the_answer: '仅凭它就几乎能准确说出谁已流失',
        too_many_words: '不同的值太多，无从学习',
        constant: '所有客户都相同',
      },
    },

    table: {
      risk: '风险',
      band: '风险级别',
      cause: '迹象',
      atRisk: '风险金额',
      says: (f, p) =>
        `风险 ${f.number(p.risk, 0)}（满分 100，${p.level}）` +
        (p.days === undefined ? '' : `：未来 ${f.days(p.days)}内不再购买`) +
        (p.money === undefined ? '。' : `；风险金额 ${f.money(p.money)}。`),
      evidence: '数据中的迹象',
    },
    settings: {
      title: '预警天数与级别',
      days: '预警天数',
      daysAuto: '留空：一个常规间隔。',
      red: '高风险起点',
      amber: '关注起点',
      apply: '重新计算',
    },
  },
};
