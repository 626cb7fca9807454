/** 值得注意的事项的简体中文。 */

import type { FindingsMessages } from './findings.types.js';

export const findingsZhHans: FindingsMessages = {
  findings: {
    title: '值得注意',
    goal: '您想达成什么目标？',
    goals: {
      none: '金额优先', protect_vips: '守护高价值客户', stop_churn: '减少流失', grow_middle: '培育中层客户', split_budget: '分配预算', cross_sell: '交叉销售',
    },
    forGoal: '符合您的目标',
    says: {
      late: (f, p) =>
        `${f.count(p.customers)} 位客户贡献了 ${f.share(p.share)} 的净销售额，` +
        (p.days === undefined ? '正在流失。' : `最近一次消费在 ${f.count(p.days)} 天前（中位数）。`),
      core: (f, p) => `${f.count(p.buyers)} 位客户中的 ${f.count(p.customers)} 位贡献了 ${f.share(p.share)} 的净销售额，并且仍在购买。`,
      grow: (f, p) => `${f.count(p.customers)} 位客户贡献了 ${f.share(p.share)} 的净销售额，近期仍在购买，还有提升空间。`,
      high_risk: (f, p) => `${f.count(p.customers)} 位高价值客户处于高风险，他们贡献了 ${f.share(p.share)} 的净销售额。`,
      cause: (f, p) => `${f.count(p.customers)} 位有风险的客户呈现同一迹象：${p.name}。`,
      headroom: (f, p) => `${f.count(p.customers)} 位客户的消费明显低于同阶段客户的前四分之一水平。`,
      one_customer: (f, p) => `1 位客户贡献了 ${f.share(p.share)} 的净销售额。`,
      refunds: (f, p) => `成交总额中有 ${f.share(p.share, 1)} 已退款。`,
      one_time: (f, p) =>
        `${f.count(p.buyers)} 位客户中 ${f.share(p.share)} 有过复购` +
        (p.second === undefined ? '。' : `；首单后 90 天内有第二单的占 ${f.share(p.second)}。`),
      welcome: (f, p) =>
        `${f.count(p.customers)} 位客户不久前首次下单` +
        (p.second === undefined ? '。' : `；在他们之前的客户，${f.share(p.second)} 在 90 天内再次下单。`),
      one_category: (f, p) => `${f.count(p.buyers)} 位客户中的 ${f.count(p.customers)} 位只买过一个品类，他们贡献了 ${f.share(p.share)} 的净销售额。`,
      no_categories: () => '文件中有 0 个品类：无法得知可以交叉销售什么。',
    },
    step: {
      late: '先联系风险金额最高的客户。',
      core: '表达感谢，保障服务水平。',
      grow: '在常规购买间隔内促成下一单。',
      high_risk: '本周致电，风险金额最高者优先；先解决问题，再谈优惠。',
      cause: '针对迹象对症处理。',
      headroom: '推荐组合或更高一档的产品，并衡量实际成交。',
      one_customer: '为这位客户指定负责人，并准备订单中断时的预案。',
      refunds: '先查清哪些订单被退款，再投入获取新客。',
      one_time: '帮助新客户用好产品，在常规购买间隔结束前促成第二单。',
      welcome: '帮助用好产品，在购买间隔结束前促成第二单。',
      one_category: '向经常购买的客户介绍一个相邻品类。',
      no_categories: '导出带有品类列的订单，或在“更改列”中选择品类列。',
    },
    rule: {
      late: '分群：流失风险、即将沉睡、重点挽留',
      core: '分群：冠军客户、忠诚客户',
      grow: '分群：潜力忠诚、有前景、需关注',
      high_risk: '价值层级为高，且风险等级为高',
      cause: '高风险与关注客户中，风险金额最大的迹象',
      headroom: '潜力层级：消费低于同阶段的前四分之一水平',
      one_customer: '单一客户贡献净销售额的 10% 以上',
      refunds: '退款达到成交总额的 3% 以上',
      one_time: '复购客户不足一半',
      welcome: '分群：新客户',
      one_category: '所有订单只涉及一个品类的客户',
      no_categories: '没有找到品类列',
    },
    ruleName: '规则',
    money: { at_stake: '风险金额', net: '至今净销售额', headroom: '距同阶段前四分之一水平', refunds: '已退款' },
    brief: {
      print: '打印一页摘要',
      title: (_, p) => `${p.name}：值得注意`,
      asOf: (_, p) => `统计截至 ${p.day}`,
      buyers: '有订单的客户',
      net: '净销售额',
      orders: '订单数',
      atStake: '风险金额',
      list: (f, p) => `名单：${f.count(p.customers)} 位客户`,
      made: (_, p) => `Value Tiers ${p.engine}。在浏览器中完成，客户数据未离开本机。风险金额为风险 × 未来价值，并非金融意义上的风险价值。`,
    },
  },
};
