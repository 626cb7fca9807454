/** 单个客户说明卡的简体中文文案。 */

import type { CardMessages } from './card.types.js';

const range = (above: string | undefined, upTo: string | undefined): string =>
  above === undefined ? (upTo === undefined ? '不限' : `不超过 ${upTo}`) : upTo === undefined ? `大于 ${above}` : `大于 ${above}，不超过 ${upTo}`;

export const cardZhHans: CardMessages = {
  card: {
    close: '关闭',
    note: { label: '备注', kept: '只在文件打开期间保留在本标签页中。仅随您保存的名单导出，位于“note”列；把该名单与订单一起拖入，备注会重新显示。' },
    timeline: {
      title: (f, p) =>
        `${p.first === p.last ? f.day(p.last) : `${f.day(p.first)}至${f.day(p.last)}`}共 ${f.count(p.orders)} 笔订单` +
        (p.gap === undefined ? '' : p.own ? `，通常每 ${f.days(p.gap)}一笔` : `；订单太少，没有自己的节奏，复购客户通常每 ${f.days(p.gap)}一笔`),
      due: (f, p) =>
        p.late === undefined ? `按此节奏，下一笔预计在${f.day(p.day)}前后。` : `按此节奏，下一笔本应在${f.day(p.day)}前后，已过 ${f.days(p.late)}。`,
      last: (f, p) => `仅显示 ${f.count(p.total)} 笔中最近的 ${f.count(p.shown)} 笔。`,
      asOf: '截至日',
      next: '预计下一笔',
      sizes: '圆点越大，订单金额越大。空心圆点为预计的下一笔；带叉的已退款。',
      day: '日期',
      amount: '净额',
      remark: '备注',
      void: '已退款，不计为订单',
    },
    scores: {
      title: (_, p) => `得分 ${p.r} · ${p.f} · ${p.m}：R、F、M，各为 1 至 5 分`,
      about: '每个数值落在两个分界点之间；同一份报告里，所有客户的分界点相同。',
      value: {
        recency: (f, p) => f.days(p.value),
        frequency: (f, p) => `${f.count(p.value)} 笔订单`,
        monetary: (f, p) => f.money(p.value),
      },
      between: {
        recency: (f, p) => range(p.above === undefined ? undefined : f.number(p.above), p.upTo === undefined ? undefined : f.number(p.upTo)),
        frequency: (f, p) => range(p.above === undefined ? undefined : f.number(p.above), p.upTo === undefined ? undefined : f.number(p.upTo)),
        monetary: (f, p) => range(p.above === undefined ? undefined : f.money(p.above), p.upTo === undefined ? undefined : f.money(p.upTo)),
      },
      head: { value: '数值', between: '分界点', score: '得分' },
    },
    index: {
      title: (f, p) =>
        `价值指数 ${f.fixed(p.index, 1)}（满分 100）：${p.tier}` + (p.tierFrom === undefined ? '' : `，该层从 ${f.fixed(p.tierFrom, 1)} 起`),
      head: { part: '组成', rank: '在购买客户中的排位', weight: '权重', points: '得分' },
    },
    outlook: {
      title: '怎样才能改变该客户的位置',
      about: (f, p) =>
        `用本报告的分界点重新计分，其他客户保持现状。每笔订单按 ${f.money(p.size)}（该客户的常规金额）、每 ${f.days(p.days)}一笔，以最后一笔当天为准。`,
      orders: (f, p) =>
        `再下 ${f.count(p.orders)} 笔订单，${f.days(p.days)}内${p.day === undefined ? '' : `（${f.day(p.day)}前）`}：${p.same ? '仍为' : ''}${p.place}。`,
      place: (_, p) => (p.segment === undefined ? p.tier : `${p.segment}，${p.tier}`),
      reach: (f, p) => `距离${p.tier}还差 ${f.count(p.orders)} 笔订单，合计 ${f.money(p.amount)}。`,
      never: (f, p) => `即使再下 ${f.count(p.tried)} 笔同样金额的订单，也到不了${p.tier}。`,
      highest: '上面没有更高的层级：重点是留住。',
      waiting: (f, p) => `如果不再下单：${f.days(p.days)}后${p.day === undefined ? '' : `（${f.day(p.day)}）`}变为${p.place}。`,
      nothing: '两年内继续沉默也不会改变位置：这里已是沉默的终点。',
    },
    attributes: {
      title: '订单之外，文件还记录了什么',
      measure: { as_is: '', latest: '最近一次', main: '最常见', distinct: '种类数', share: '占行数比例', sum: '合计', mean: '平均' },
      column: '字段',
      value: '内容',
    },
    rules: '全部数据',
  },
};
