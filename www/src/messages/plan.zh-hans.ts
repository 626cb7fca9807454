/** 预算、服务工时与假设推演的简体中文。 */

import type { PlanMessages } from './plan.types.js';

export const planZhHans: PlanMessages = {
  plan: {
    working: '正在计算',
    yours: '这些数字由您设定，并非预测，也不是测量结果。',
    example: '填入示例数字',
    exampleNote: '这些只是示例数字，并非测量结果或建议，请换成您自己的数字。',
    budget: {
      title: (f, p) =>
        `若您的假设成立，${f.money(p.amount)} 的预算中花费 ${f.money(p.spent)}，可保住 ${f.moneyShort(p.at_stake)} 风险金额中的 ${f.moneyShort(p.kept)}`,
      open: (f, p) => `${f.moneyShort(p.at_stake)} 面临流失风险：填写每次触达的成本，即可看到预算用在哪里最有效`,
      objective:
        '分配目标：响应率 × 风险金额减去触达成本之和最大，按整位客户计算，各组内先触达风险金额最高者。花费大于可保住金额的触达不做。下限与上限均满足。',
      near: '等价组合过多，无法逐一尝试：结果与最优相差不超过一次触达。',
      revenue: '金额为销售额而非利润：请在“客户价值”中设定毛利率，否则触达会显得过于便宜。',
      missing: {
        no_risk: '没有可用的风险金额：文件无法给出风险。',
        no_amount: '请填写预算金额。',
        no_assumptions: '请至少为一个组填写成本与响应率。',
        floors_over_budget: '各组下限之和超过了预算。',
      },
      form: '预算与假设',
      amount: '预算',
      cost: '每次触达成本',
      response: '响应率（%）',
      floor: '下限',
      cap: '上限',
      apply: '分配预算',
      clear: '清空',
      bars: '各组的触达成本与保住的金额',
      spend: '成本',
      kept: '保住',
      group: (f, p) => `触达 ${f.count(p.customers)} 位客户中的 ${f.count(p.contacts)} 位`,
      breakEven: (f, p) => `全部触达时，响应率达到 ${f.share(p.share, 2)} 即回本`,
      never: '全部触达无法回本：成本高于风险金额',
      noCost: '未填写成本',
      table: {
        group: '客群', customers: '客户数', atStake: '风险金额', contacts: '触达数', spend: '成本', reached: '触达客户的风险金额',
        kept: '保住', even: '全部触达的盈亏平衡', contactEven: '所选触达的盈亏平衡',
      },
    },
    service: {
      title: (f, p) => `${f.share(p.share)} 的风险金额来自${p.name}的${p.tier}客户，服务工时也应占同样比例`,
      none: '没有风险金额可用于分配工时',
      about: '工时与风险金额成正比：相同金额得到相同分钟数。请与目前的工时去向对照。',
      hours: '可分配的服务工时',
      cell: (f, p) => (p.hours === undefined ? f.share(p.share, 1) : `${f.number(p.hours, 2)} 小时`),
      minutes: (f, p) => `每位 ${f.number(p.minutes)} 分钟`,
      table: '按客群与价值层级的工时',
      value: '未来价值',
    },
    whatIf: {
      title: (f, p) => `按您的设定，未来 ${f.count(p.months)} 个月的 ${f.moneyShort(p.base)} 将变为 ${f.moneyShort(p.next)}`,
      flat: (f, p) => `维持现状，未来 ${f.count(p.months)} 个月预计为 ${f.moneyShort(p.base)}：拖动滑块查看变化`,
      formula: '每个客群：（1 + 订单）×（1 + 客单价）×（未来价值 −（1 − 保住比例）× 风险金额）。',
      segment: '客群',
      frequency: '订单数',
      basket: '客单价',
      retention: '风险金额的保住比例',
      reset: '撤销全部更改',
      base: '现状',
      next: '更改后',
      table: '各客群的未来价值',
    },
  },
};
