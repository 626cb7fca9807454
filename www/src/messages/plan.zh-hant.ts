/** 預算、服務工時與假設推演的繁體中文。 */

import type { PlanMessages } from './plan.types.js';

export const planZhHant: PlanMessages = {
  plan: {
    working: '計算中',
    yours: '這些數字由您設定，並非預測，也不是衡量結果。',
    example: '填入範例數字',
    exampleNote: '這些只是範例數字，並非衡量結果或建議，請換成您自己的數字。',
    budget: {
      title: (f, p) =>
        `若您的假設成立，${f.money(p.amount)} 的預算中花費 ${f.money(p.spent)}，可保住 ${f.moneyShort(p.at_stake)} 風險金額中的 ${f.moneyShort(p.kept)}`,
      open: (f, p) => `${f.moneyShort(p.at_stake)} 面臨流失風險：填寫每次聯繫的成本，即可看到預算用在哪裡最有效`,
      objective:
        '分配目標：回應率 × 風險金額減去聯繫成本之和最大，以整位顧客計算，各組內先聯繫風險金額最高者。花費大於可保住金額的聯繫不做。下限與上限皆滿足。',
      near: '等值組合過多，無法逐一嘗試：結果與最佳解相差不超過一次聯繫。',
      revenue: '金額為銷售額而非利潤：請在「顧客價值」中設定毛利率，否則聯繫會顯得過於便宜。',
      missing: {
        no_risk: '沒有可用的風險金額：檔案無法得出風險。',
        no_amount: '請填寫預算金額。',
        no_assumptions: '請至少為一個組填寫成本與回應率。',
        floors_over_budget: '各組下限之和超過了預算。',
      },
      form: '預算與假設',
      amount: '預算',
      cost: '每次聯繫成本',
      response: '回應率（%）',
      floor: '下限',
      cap: '上限',
      apply: '分配預算',
      clear: '清空',
      bars: '各組的聯繫成本與保住的金額',
      spend: '成本',
      kept: '保住',
      group: (f, p) => `聯繫 ${f.count(p.customers)} 位顧客中的 ${f.count(p.contacts)} 位`,
      breakEven: (f, p) => `全部聯繫時，回應率達到 ${f.share(p.share, 2)} 即回本`,
      never: '全部聯繫無法回本：成本高於風險金額',
      noCost: '未填寫成本',
      table: {
        group: '客群', customers: '顧客數', atStake: '風險金額', contacts: '聯繫數', spend: '成本', reached: '所聯繫顧客的風險金額',
        kept: '保住', even: '全部聯繫的損益平衡', contactEven: '所選聯繫的損益平衡',
      },
    },
    service: {
      title: (f, p) => `${f.share(p.share)} 的風險金額來自${p.name}的${p.tier}顧客，服務工時也應占同樣比例`,
      none: '沒有風險金額可用於分配工時',
      about: '工時與風險金額成正比：相同金額得到相同分鐘數。請與目前的工時去向對照。',
      hours: '可分配的服務工時',
      cell: (f, p) => (p.hours === undefined ? f.share(p.share, 1) : `${f.number(p.hours, 2)} 小時`),
      minutes: (f, p) => `每位 ${f.number(p.minutes)} 分鐘`,
      table: '依客群與價值層級的工時',
      value: '未來價值',
    },
    whatIf: {
      title: (f, p) => `依您的設定，未來 ${f.count(p.months)} 個月的 ${f.moneyShort(p.base)} 將變為 ${f.moneyShort(p.next)}`,
      flat: (f, p) => `維持現狀，未來 ${f.count(p.months)} 個月預計為 ${f.moneyShort(p.base)}：拖曳滑桿查看變化`,
      formula: '每個客群：（1 + 訂單）×（1 + 客單價）×（未來價值 −（1 − 保住比例）× 風險金額）。',
      segment: '客群',
      frequency: '訂單數',
      basket: '客單價',
      retention: '風險金額的保住比例',
      reset: '還原全部變更',
      base: '現狀',
      next: '變更後',
      table: '各客群的未來價值',
    },
  },
};
