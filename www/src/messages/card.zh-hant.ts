/** 單一顧客說明卡的繁體中文文案。 */

import type { CardMessages } from './card.types.js';

const range = (above: string | undefined, upTo: string | undefined): string =>
  above === undefined ? (upTo === undefined ? '不限' : `不超過 ${upTo}`) : upTo === undefined ? `大於 ${above}` : `大於 ${above}，不超過 ${upTo}`;

export const cardZhHant: CardMessages = {
  card: {
    close: '關閉',
    note: { label: '備註', kept: '只在檔案開啟期間保留在此分頁中。僅隨您儲存的名單匯出，位於「note」欄；將該名單與訂單一起拖入，備註會重新顯示。' },
    timeline: {
      title: (f, p) =>
        `${p.first === p.last ? f.day(p.last) : `${f.day(p.first)}至${f.day(p.last)}`}共 ${f.count(p.orders)} 筆訂單` +
        (p.gap === undefined ? '' : p.own ? `，通常每 ${f.days(p.gap)}一筆` : `；訂單太少，沒有自己的節奏，回購顧客通常每 ${f.days(p.gap)}一筆`),
      due: (f, p) =>
        p.late === undefined ? `依此節奏，下一筆預計在${f.day(p.day)}前後。` : `依此節奏，下一筆本應在${f.day(p.day)}前後，已過 ${f.days(p.late)}。`,
      last: (f, p) => `僅顯示 ${f.count(p.total)} 筆中最近的 ${f.count(p.shown)} 筆。`,
      asOf: '截至日',
      next: '預計下一筆',
      sizes: '圓點越大，訂單金額越大。空心圓點為預計的下一筆；帶叉的已退款。',
      day: '日期',
      amount: '淨額',
      remark: '備註',
      void: '已退款，不計為訂單',
    },
    scores: {
      title: (_, p) => `分數 ${p.r} · ${p.f} · ${p.m}：R、F、M，各為 1 至 5 分`,
      about: '每個數值落在兩個分界點之間；同一份報告裡，所有顧客的分界點相同。',
      value: {
        recency: (f, p) => f.days(p.value),
        frequency: (f, p) => `${f.count(p.value)} 筆訂單`,
        monetary: (f, p) => f.money(p.value),
      },
      between: {
        recency: (f, p) => range(p.above === undefined ? undefined : f.number(p.above), p.upTo === undefined ? undefined : f.number(p.upTo)),
        frequency: (f, p) => range(p.above === undefined ? undefined : f.number(p.above), p.upTo === undefined ? undefined : f.number(p.upTo)),
        monetary: (f, p) => range(p.above === undefined ? undefined : f.money(p.above), p.upTo === undefined ? undefined : f.money(p.upTo)),
      },
      head: { value: '數值', between: '分界點', score: '分數' },
    },
    index: {
      title: (f, p) =>
        `價值指數 ${f.fixed(p.index, 1)}（滿分 100）：${p.tier}` + (p.tierFrom === undefined ? '' : `，該層從 ${f.fixed(p.tierFrom, 1)} 起`),
      head: { part: '組成', rank: '在購買顧客中的排位', weight: '權重', points: '分數' },
    },
    outlook: {
      title: '怎樣才能改變該顧客的位置',
      about: (f, p) =>
        `用本報告的分界點重新計分，其他顧客維持現狀。每筆訂單按 ${f.money(p.size)}（該顧客的常規金額）、每 ${f.days(p.days)}一筆，以最後一筆當天為準。`,
      orders: (f, p) =>
        `再下 ${f.count(p.orders)} 筆訂單，${f.days(p.days)}內${p.day === undefined ? '' : `（${f.day(p.day)}前）`}：${p.same ? '仍為' : ''}${p.place}。`,
      place: (_, p) => (p.segment === undefined ? p.tier : `${p.segment}，${p.tier}`),
      reach: (f, p) => `距離${p.tier}還差 ${f.count(p.orders)} 筆訂單，合計 ${f.money(p.amount)}。`,
      never: (f, p) => `即使再下 ${f.count(p.tried)} 筆同樣金額的訂單，也到不了${p.tier}。`,
      highest: '上面沒有更高的層級：重點是留住。',
      waiting: (f, p) => `如果不再下單：${f.days(p.days)}後${p.day === undefined ? '' : `（${f.day(p.day)}）`}變為${p.place}。`,
      nothing: '兩年內繼續沉默也不會改變位置：這裡已是沉默的終點。',
    },
    attributes: {
      title: '訂單之外，檔案還記錄了什麼',
      measure: { as_is: '', latest: '最近一次', main: '最常見', distinct: '種類數', share: '占列數比例', sum: '合計', mean: '平均' },
      column: '欄位',
      value: '內容',
    },
    rules: '全部資料',
  },
};
