/** 行動日程的繁體中文文字。 */

import type { AgendaMessages } from './agenda.types.js';

export const agendaZhHant: AgendaMessages = {
  agenda: {
    working: '正在安排日程',
    title: (f, p) =>
      `${f.count(p.days)} 個工作天內聯絡 ${f.count(p.planned)} 位，涵蓋風險金額 ${f.moneyShort(p.money)}`
      + (p.total > p.planned ? `；另有 ${f.count(p.total - p.planned)} 位待排` : ''),
    nobody: '這幾天沒有需要跟進的顧客',
    noDates: '無法安排日程：檔案中沒有日期',
    about: '截止日期之後的日子。只在週一至週五安排聯絡。',
    days: '天數',
    perDay: '每天聯絡人數',
    lanes: { contacts: '跟進', due: '到期回購', birthdays: '生日', anniversaries: '首單週年' },
    lane: {
      contacts: (f, p) => (p.total > p.planned ? `跟進 ${f.count(p.total)} 位中的 ${f.count(p.planned)} 位` : `跟進 ${f.count(p.planned)} 位顧客`),
      due: (f, p) => `${f.count(p.planned)} 位顧客該再次下單`,
      birthdays: (f, p) => `${f.count(p.planned)} 位過生日`,
      anniversaries: (f, p) => `${f.count(p.planned)} 位首單滿週年`,
    },
    laneAbout: {
      contacts: '高風險與需關注、且聯絡得到的顧客：風險金額最大者在先。',
      due: '依顧客自己的節奏（至少三個購買日）：上次訂單加上慣常間隔。在此之前提醒一次即可。',
      birthdays: '依檔案中的生日欄。',
      anniversaries: '距檔案中首筆訂單的整年數。',
    },
    day: (f, p) => `${f.day(p.day)}：聯絡 ${f.count(p.contacts)} 位，到期回購 ${f.count(p.due)} 位，生日 ${f.count(p.birthdays)} 位，首單週年 ${f.count(p.anniversaries)} 位`,
    weekend: '週末',
    empty: '這幾天沒有',
    missing: {
      no_dates: '檔案中沒有日期：無從得知何時到期。',
      no_risk: '沒有風險評分：沒有需要跟進的顧客。',
      no_rhythm: '沒有顧客在三個日子購買過：沒有節奏可循。',
      no_birthdays: '沒有生日欄。',
      no_channel: '沒有欄位說明在哪裡購買：無法判斷通路是否合適。',
      no_discount: '沒有折扣欄：不把任何人當作價格敏感，也不建議打折。',
    },
    columns: { day: '日期', channel: '方式', pattern: '跡象', atStake: '風險金額', years: '年數' },
    years: (f, p) => `${f.count(p.years)} 年`,
    more: (f, p) => `顯示 ${f.count(p.rows)} 位`,
    fewer: '收起',
    plays: {
      title: (f, p) => `風險金額最多的是 ${f.count(p.customers)} 位顧客：${p.where}（${f.moneyShort(p.money)}）`,
      about: '分群、階段、層級與跡象的每種組合各有一套做法，風險金額最大者在先。看到的跡象決定給什麼；層級決定值得投入多少人力。',
      tell: '怎麼說',
      programme: '會員與點數',
      kpi: '看什麼',
      proposition: {
        quality: '談品質與服務，絕不談價格',
        value_for_money: '談划算：他們多在有折扣時購買',
        fit: '談用途與合適；沒有跡象顯示他們在意價格',
      },
      membership: {
        referral: '請他們推薦；給予肯定而不是點數',
        next_level: '告訴他們距下一等級還差多少',
        join: '邀請加入會員',
        next_order: '下一單送點數',
        nothing: '不必做：點數帶不回已離開的人',
      },
      noDiscount: '不打折',
      rest: (f, p) => `另外 ${f.count(p.plays)} 套做法`,
      others: (f, p) => `另有 ${f.count(p.customers)} 位顧客屬於風險價值較小的組合，此處未列。`,
    },
    channels: {
      title: (f, p) => `在「${p.name}」購買的最多：${f.count(p.customers)} 位，其中 ${f.share(p.repeat)} 不只一次`,
      about: '每位顧客主要在哪裡購買，以檔案為準。這是看到的現象，並非通路造成的結果。',
      name: '通路',
      repeat: '再次購買',
      each: '人均淨收入',
      red: '高風險',
    },
    own: {
      edit: (_, p) => `修改做法：${p.name}`,
      change: '修改',
      label: (_, p) => `你的寫法：${p.name}`,
      keep: '儲存',
      drop: '恢復原來的做法',
      yours: '你的寫法',
      about: '儲存在設定中，也會列印。不改變任何數字。',
    },
  },
};
