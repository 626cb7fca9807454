/** 简体中文：名单。 */

import type { ListMessages } from './lists.types.js';

export const listsZhHans: ListMessages = {
  lists: {
    title: (f, p) => `把这 ${f.count(p.customers)} 位客户存为名单`,
    preset: '用途',
    presets: { plain: '人工使用及之后衡量', mailchimp: 'Mailchimp 类工具', klaviyo: 'Klaviyo 类工具', google_ads: 'Google Ads 受众（哈希）', meta: 'Meta 受众（哈希）' },
    about: {
      plain: '每位客户的全部已知信息、两组的标记，以及两列空白：填写 responded 与 revenue 后把文件再拖进来，就会得到提升。',
      mailchimp: '邮箱、电话，名单编号作为标签。只含要联系的人：对照组不在文件中。',
      klaviyo: '邮箱、电话，名单及分群作为属性。只含要联系的人：对照组不在文件中。',
      google_ads: '邮箱与电话（E.164）的 SHA-256，在本标签页内计算。只含要联系的人。',
      meta: '邮箱与电话（含国家代码的数字）的 SHA-256，在本标签页内计算。只含要联系的人。',
    },
    format: '文件',
    formats: { csv: 'CSV', xlsx: 'Excel（XLSX）' },
    holdOut: '对照组，抽签 %',
    seed: '抽签种子',
    callingCode: '无国家代码号码的国家代码',
    masked: '客户已遮蔽：名单只有化名、没有地址，不能用于工具。',
    save: '保存名单',
    measure: '衡量已发出的名单……',
    made: (f, p) =>
      `名单 ${p.list_id} 已保存：${f.count(p.customers)} 位客户，其中对照组 ${f.count(p.held_out)} 位，文件内 ${f.count(p.rows)} 行${p.unreachable > 0 ? `；${f.count(p.unreachable)} 位没有联系方式，不在名单中` : ''}。`,
    record: '保存两组的底稿',
    recordAbout: '请保留底稿：有了它和更新的订单或结果，本页就能说出名单带来了什么。',
    aboutFile: '保存生成方式（JSON）',

    lift: {
      title: '名单带来了什么',
      source: {
        list: '依据名单中的 responded 与 revenue 两列。',
        results: '依据结果文件。',
        orders: '依据屏幕上文件在名单日期之后的订单。',
      },
      missing: {
        no_hold_out: '没有对照组，无法知道不发送时会怎样',
        no_treated: '所有人都在对照组',
        no_later_orders: '名单日期之后没有订单；请打开更新的文件，再拖入名单',
        nobody_found: '文件中找不到名单上的任何客户',
      },
      noOutcomes: '名单没有说明之后的结果。请填写 responded 或 revenue 列，或先打开更新的订单文件。',
      finding: (f, p) => {
        const points = f.number(100 * Math.abs(p.response.difference), 1);
        const more = p.response.clear
          ? `实验组的响应率比对照组${p.response.difference > 0 ? '高' : '低'} ${points} 个百分点`
          : '实验组与对照组的响应没有可分辨的差别';
        const money = p.revenue?.clear ? `；带来 ${f.moneyShort(p.revenue.brought)}` : '';
        return `${p.list}：${more}${money}`;
      },
      days: (f, p) => `${f.day(p.from)}至${f.day(p.to)}的订单。`,
      cost: '每次联系的成本',
      roi: (f, p) =>
        (p.incremental === undefined || !p.interval
          ? '投资回报率：没有留出对照组，无从得知名单本身带来多少。'
          : `成本 ${f.money(p.cost)} 的投资回报率为 ${f.share(p.incremental)}，只计名单带来的部分（95 % 区间 ${f.share(p.interval[0])} 至 ${f.share(p.interval[1])}）。`)
        + `若把触达客户的全部消费都算上，为 ${f.share(p.attributed)}。以收入计，非利润。`,
      points: (f, p) => `${f.fixed(p.points, 1)} 个百分点`,
      counts: (f, p) => `${f.count(p.customers)} 位中 ${f.count(p.responded)} 位`,
      unknown: (f, p) => `结果中找不到的 ${f.count(p.customers)} 位客户按没有响应计。`,
      treated: '实验组',
      heldOut: '对照组',
      measure: '指标',
      response: '响应率',
      revenue: '人均收入',
      difference: '差异',
      interval: '95% 区间',
      relative: '相对',
      brought: '名单带来的（95%）',
      method: '名单上的每个人都计入，不论是否打开。区间：响应率用 Newcombe（1998），收入用 Welch（1947）。',
    },
  },
};
