/** 行动日程的简体中文文字。 */

import type { AgendaMessages } from './agenda.types.js';

export const agendaZhHans: AgendaMessages = {
  agenda: {
    working: '正在安排日程',
    title: (f, p) =>
      `${f.count(p.days)} 个工作日内联系 ${f.count(p.planned)} 位，覆盖风险金额 ${f.moneyShort(p.money)}`
      + (p.total > p.planned ? `；另有 ${f.count(p.total - p.planned)} 位待排` : ''),
    nobody: '这几天没有需要跟进的客户',
    noDates: '无法安排日程：文件中没有日期',
    about: '截止日期之后的日子。只在周一至周五安排联系。',
    days: '天数',
    perDay: '每天联系人数',
    lanes: { contacts: '跟进', due: '到期复购', birthdays: '生日', anniversaries: '首单周年' },
    lane: {
      contacts: (f, p) => (p.total > p.planned ? `跟进 ${f.count(p.total)} 位中的 ${f.count(p.planned)} 位` : `跟进 ${f.count(p.planned)} 位客户`),
      due: (f, p) => `${f.count(p.planned)} 位客户该再次下单`,
      birthdays: (f, p) => `${f.count(p.planned)} 位过生日`,
      anniversaries: (f, p) => `${f.count(p.planned)} 位首单满周年`,
    },
    laneAbout: {
      contacts: '高风险与需关注、且能联系到的客户：风险金额最大者在先。',
      due: '按客户自己的节奏（至少三个购买日）：上次订单加上惯常间隔。在此之前提醒一次即可。',
      birthdays: '依文件中的生日列。',
      anniversaries: '距文件中首笔订单的整年数。',
    },
    day: (f, p) => `${f.day(p.day)}：联系 ${f.count(p.contacts)} 位，到期复购 ${f.count(p.due)} 位，生日 ${f.count(p.birthdays)} 位，首单周年 ${f.count(p.anniversaries)} 位`,
    weekend: '周末',
    empty: '这几天没有',
    missing: {
      no_dates: '文件中没有日期：无从知道何时到期。',
      no_risk: '没有风险评分：没有需要跟进的客户。',
      no_rhythm: '没有客户在三个日子购买过：没有节奏可循。',
      no_birthdays: '没有生日列。',
      no_channel: '没有列说明在哪里购买：无法判断渠道是否合适。',
      no_discount: '没有折扣列：不把任何人当作价格敏感，也不建议打折。',
    },
    columns: { day: '日期', channel: '方式', pattern: '迹象', atStake: '风险金额', years: '年数' },
    years: (f, p) => `${f.count(p.years)} 年`,
    more: (f, p) => `显示 ${f.count(p.rows)} 位`,
    fewer: '收起',
    plays: {
      title: (f, p) => `风险金额最多的是 ${f.count(p.customers)} 位客户：${p.where}（${f.moneyShort(p.money)}）`,
      about: '细分、阶段、层级与迹象的每种组合各有一套打法，风险金额最大者在先。看到的迹象决定给什么；层级决定值得投入多少人力。',
      tell: '怎么说',
      programme: '会员与积分',
      kpi: '看什么',
      proposition: {
        quality: '讲品质与服务，绝不讲价格',
        value_for_money: '讲性价比：他们多在有折扣时购买',
        fit: '讲用途与合适；没有迹象表明他们在意价格',
      },
      membership: {
        referral: '请他们推荐；给予认可而不是积分',
        next_level: '告诉他们距下一等级还差多少',
        join: '邀请加入会员',
        next_order: '下一单送积分',
        nothing: '不必做：积分带不回已离开的人',
      },
      noDiscount: '不打折',
      rest: (f, p) => `另外 ${f.count(p.plays)} 套打法`,
      others: (f, p) => `另有 ${f.count(p.customers)} 位客户属于风险价值较小的组合，此处未列。`,
    },
    channels: {
      title: (f, p) => `在「${p.name}」购买的最多：${f.count(p.customers)} 位，其中 ${f.share(p.repeat)} 不止一次`,
      about: '每位客户主要在哪里购买，以文件为准。这是看到的现象，并非渠道造成的结果。',
      name: '渠道',
      repeat: '再次购买',
      each: '人均净收入',
      red: '高风险',
    },
    own: {
      edit: (_, p) => `修改打法：${p.name}`,
      change: '修改',
      label: (_, p) => `你的写法：${p.name}`,
      keep: '保存',
      drop: '恢复原来的打法',
      yours: '你的写法',
      about: '保存在设置中，也会打印。不改变任何数字。',
    },
  },
};
