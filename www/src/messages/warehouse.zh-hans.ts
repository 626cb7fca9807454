/** 简体中文：数据留在数据仓库里。 */

import type { WarehouseMessages } from './warehouse.types.js';

export const warehouseZhHans: WarehouseMessages = {
  warehouse: {
    title: '我的数据在数据仓库里',
    show: '显示查询语句',
    about: '把本页的规则写成 SQL，适用于与此文件列名相同的表。在仓库里运行汇总，把结果存成 CSV 再拖到这里，每位客户一行就能得到报告。不会向任何地方发送数据。',
    engine: '数据库',
    table: '表',
    query: {
      summary: { name: '汇总', about: '按本页的清洗规则，每位客户一行。', copy: '复制汇总查询' },
      reconciliation: { name: '对账', about: '用了多少行，因哪些原因搁置了多少行。', copy: '复制对账查询' },
      score: { name: '评分', about: '按本报告的分界和模型，给出每位客户的分群、阶段、层级、预测和风险。', copy: '复制评分查询' },
    },
    copied: '已复制。',
    leftOut: {
      forecast: '评分不含预测：本报告没有预测，或所用模型（BG/BB）尚不支持。',
      value_index: '评分不含价值指数：它用到了汇总里没有的数据。',
      cluster: '评分不含聚类：本报告没有聚类。',
      risk: '评分不含风险：本报告没有风险，或风险取决于标签或季节。',
      kept: '评分不知道复核日：kept_tier 是原本就在该层级的客户可以保留的层级。',
    },
    working: '正在生成查询语句',
  },
};
