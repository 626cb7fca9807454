/** 繁體中文：資料留在資料倉儲裡。 */

import type { WarehouseMessages } from './warehouse.types.js';

export const warehouseZhHant: WarehouseMessages = {
  warehouse: {
    title: '我的資料在資料倉儲裡',
    show: '顯示查詢語句',
    about: '把本頁的規則寫成 SQL，適用於與此檔案欄名相同的資料表。在倉儲裡執行彙總，把結果存成 CSV 再拖到這裡，每位顧客一列就能得到報告。不會向任何地方傳送資料。',
    engine: '資料庫',
    table: '資料表',
    query: {
      summary: { name: '彙總', about: '依本頁的清理規則，每位顧客一列。', copy: '複製彙總查詢' },
      reconciliation: { name: '對帳', about: '用了多少列，因哪些原因擱置了多少列。', copy: '複製對帳查詢' },
      score: { name: '評分', about: '依本報告的分界和模型，給出每位顧客的分群、階段、層級、預測和風險。', copy: '複製評分查詢' },
    },
    copied: '已複製。',
    leftOut: {
      forecast: '評分不含預測：本報告沒有預測，或所用模型（BG/BB）尚不支援。',
      value_index: '評分不含價值指數：它用到了彙總裡沒有的資料。',
      cluster: '評分不含集群：本報告沒有集群。',
      risk: '評分不含風險：本報告沒有風險，或風險取決於標籤或季節。',
      kept: '評分不知道檢視日：kept_tier 是原本就在該層級的顧客可以保留的層級。',
    },
    working: '正在產生查詢語句',
  },
};
