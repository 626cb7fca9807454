/** 值得注意的事項的繁體中文。 */

import type { FindingsMessages } from './findings.types.js';

export const findingsZhHant: FindingsMessages = {
  findings: {
    title: '值得注意',
    goal: '您想達成什麼目標？',
    goals: {
      none: '金額優先', protect_vips: '守護高價值顧客', stop_churn: '減少流失', grow_middle: '培育中層顧客', split_budget: '分配預算', cross_sell: '交叉銷售',
    },
    forGoal: '符合您的目標',
    says: {
      late: (f, p) =>
        `${f.count(p.customers)} 位顧客貢獻了 ${f.share(p.share)} 的淨銷售額，` +
        (p.days === undefined ? '正在流失。' : `最近一次消費在 ${f.count(p.days)} 天前（中位數）。`),
      core: (f, p) => `${f.count(p.buyers)} 位顧客中的 ${f.count(p.customers)} 位貢獻了 ${f.share(p.share)} 的淨銷售額，而且仍在購買。`,
      grow: (f, p) => `${f.count(p.customers)} 位顧客貢獻了 ${f.share(p.share)} 的淨銷售額，近期仍在購買，還有成長空間。`,
      high_risk: (f, p) => `${f.count(p.customers)} 位高價值顧客處於高風險，他們貢獻了 ${f.share(p.share)} 的淨銷售額。`,
      cause: (f, p) => `${f.count(p.customers)} 位有風險的顧客呈現同一跡象：${p.name}。`,
      headroom: (f, p) => `${f.count(p.customers)} 位顧客的消費明顯低於同階段顧客的前四分之一水準。`,
      one_customer: (f, p) => `1 位顧客貢獻了 ${f.share(p.share)} 的淨銷售額。`,
      refunds: (f, p) => `總銷售額中有 ${f.share(p.share, 1)} 已退款。`,
      one_time: (f, p) =>
        `${f.count(p.buyers)} 位顧客中 ${f.share(p.share)} 曾回購` +
        (p.second === undefined ? '。' : `；首購後 90 天內有第二筆訂單的占 ${f.share(p.second)}。`),
      welcome: (f, p) =>
        `${f.count(p.customers)} 位顧客不久前首次購買` +
        (p.second === undefined ? '。' : `；在他們之前的顧客，${f.share(p.second)} 在 90 天內再次下單。`),
      one_category: (f, p) => `${f.count(p.buyers)} 位顧客中的 ${f.count(p.customers)} 位只買過一個品類，他們貢獻了 ${f.share(p.share)} 的淨銷售額。`,
      no_categories: () => '檔案中有 0 個品類：無法得知可以交叉銷售什麼。',
    },
    step: {
      late: '先聯繫風險金額最高的顧客。',
      core: '表達感謝，保障服務水準。',
      grow: '在平常的回購週期內促成下一單。',
      high_risk: '本週致電，風險金額最高者優先；先解決問題，再談優惠。',
      cause: '針對跡象對症處理。',
      headroom: '推薦組合或高一階的產品，並衡量實際成交。',
      one_customer: '為這位顧客指定負責人，並準備訂單中斷時的因應方案。',
      refunds: '先釐清哪些訂單被退款，再投入預算爭取新客。',
      one_time: '協助新顧客用好產品，在平常的回購週期結束前促成第二單。',
      welcome: '協助用好產品，在回購週期結束前促成第二單。',
      one_category: '向經常購買的顧客介紹一個相鄰品類。',
      no_categories: '匯出含有品類欄位的訂單，或在「變更欄位」中選擇品類欄位。',
    },
    rule: {
      late: '分群：流失風險、即將沉睡、必須挽回',
      core: '分群：冠軍顧客、忠誠顧客',
      grow: '分群：潛力忠誠、有潛力、需關注',
      high_risk: '價值層級為高，且風險等級為高',
      cause: '高風險與留意顧客中，風險金額最大的跡象',
      headroom: '潛力層級：消費低於同階段的前四分之一水準',
      one_customer: '單一顧客貢獻淨銷售額的 10% 以上',
      refunds: '退款達到總銷售額的 3% 以上',
      one_time: '回購顧客不足一半',
      welcome: '分群：新顧客',
      one_category: '所有訂單只涉及一個品類的顧客',
      no_categories: '沒有找到品類欄位',
    },
    ruleName: '規則',
    money: { at_stake: '風險金額', net: '至今淨銷售額', headroom: '距同階段前四分之一水準', refunds: '已退款' },
    brief: {
      print: '列印一頁摘要',
      title: (_, p) => `${p.name}：值得注意`,
      asOf: (_, p) => `統計截至 ${p.day}`,
      buyers: '有訂單的顧客',
      net: '淨銷售額',
      orders: '訂單數',
      atStake: '風險金額',
      list: (f, p) => `名單：${f.count(p.customers)} 位顧客`,
      made: (_, p) => `Value Tiers ${p.engine}。在瀏覽器中完成，顧客資料未離開本機。風險金額為風險 × 未來價值，並非金融意義上的風險值。`,
    },
  },
};
