/** 繁體中文：名單。 */

import type { ListMessages } from './lists.types.js';

export const listsZhHant: ListMessages = {
  lists: {
    title: (f, p) => `把這 ${f.count(p.customers)} 位顧客存成名單`,
    preset: '用途',
    presets: { plain: '人工使用及之後衡量', mailchimp: 'Mailchimp 類工具', klaviyo: 'Klaviyo 類工具', google_ads: 'Google Ads 受眾（雜湊）', meta: 'Meta 受眾（雜湊）' },
    about: {
      plain: '每位顧客的全部已知資料、兩組的標記，以及兩欄空白：填寫 responded 與 revenue 後把檔案再拖進來，就會得到提升。',
      mailchimp: '電子郵件、電話，名單編號作為標籤。只含要聯絡的人：對照組不在檔案中。',
      klaviyo: '電子郵件、電話，名單及分群作為屬性。只含要聯絡的人：對照組不在檔案中。',
      google_ads: '電子郵件與電話（E.164）的 SHA-256，在本分頁內計算。只含要聯絡的人。',
      meta: '電子郵件與電話（含國碼的數字）的 SHA-256，在本分頁內計算。只含要聯絡的人。',
    },
    format: '檔案',
    formats: { csv: 'CSV', xlsx: 'Excel（XLSX）' },
    holdOut: '對照組，抽籤 %',
    seed: '抽籤種子',
    callingCode: '無國碼號碼的國碼',
    masked: '顧客已遮蔽：名單只有化名、沒有地址，不能用於工具。',
    save: '儲存名單',
    measure: '衡量已送出的名單……',
    made: (f, p) =>
      `名單 ${p.list_id} 已儲存：${f.count(p.customers)} 位顧客，其中對照組 ${f.count(p.held_out)} 位，檔案內 ${f.count(p.rows)} 列${p.unreachable > 0 ? `；${f.count(p.unreachable)} 位沒有聯絡方式，不在名單中` : ''}。`,
    record: '儲存兩組的底稿',
    recordAbout: '請保留底稿：有了它和更新的訂單或結果，本頁就能說出名單帶來了什麼。',
    aboutFile: '儲存產生方式（JSON）',

    lift: {
      title: '名單帶來了什麼',
      source: {
        list: '依據名單中的 responded 與 revenue 兩欄。',
        results: '依據結果檔案。',
        orders: '依據畫面上檔案在名單日期之後的訂單。',
      },
      missing: {
        no_hold_out: '沒有對照組，無法知道不送出時會怎樣',
        no_treated: '所有人都在對照組',
        no_later_orders: '名單日期之後沒有訂單；請開啟更新的檔案，再拖入名單',
        nobody_found: '檔案中找不到名單上的任何顧客',
      },
      noOutcomes: '名單沒有說明之後的結果。請填寫 responded 或 revenue 欄，或先開啟更新的訂單檔案。',
      finding: (f, p) => {
        const points = f.number(100 * Math.abs(p.response.difference), 1);
        const more = p.response.clear
          ? `實驗組的回應率比對照組${p.response.difference > 0 ? '高' : '低'} ${points} 個百分點`
          : '實驗組與對照組的回應沒有可分辨的差別';
        const money = p.revenue?.clear ? `；帶來 ${f.moneyShort(p.revenue.brought)}` : '';
        return `${p.list}：${more}${money}`;
      },
      days: (f, p) => `${f.day(p.from)}至${f.day(p.to)}的訂單。`,
      cost: '每次聯絡的成本',
      roi: (f, p) =>
        (p.incremental === undefined || !p.interval
          ? '投資報酬率：沒有留出對照組，無從得知名單本身帶來多少。'
          : `成本 ${f.money(p.cost)} 的投資報酬率為 ${f.share(p.incremental)}，只計名單帶來的部分（95 % 區間 ${f.share(p.interval[0])} 至 ${f.share(p.interval[1])}）。`)
        + `若把觸及顧客的全部消費都算上，為 ${f.share(p.attributed)}。以收入計，非利潤。`,
      points: (f, p) => `${f.fixed(p.points, 1)} 個百分點`,
      counts: (f, p) => `${f.count(p.customers)} 位中 ${f.count(p.responded)} 位`,
      unknown: (f, p) => `結果中找不到的 ${f.count(p.customers)} 位顧客按沒有回應計。`,
      treated: '實驗組',
      heldOut: '對照組',
      measure: '指標',
      response: '回應率',
      revenue: '人均營收',
      difference: '差異',
      interval: '95% 區間',
      relative: '相對',
      brought: '名單帶來的（95%）',
      method: '名單上的每個人都計入，不論是否開啟。區間：回應率用 Newcombe（1998），營收用 Welch（1947）。',
    },
  },
};
