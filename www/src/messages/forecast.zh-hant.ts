/** 繁體中文（台灣用語）：預測用語。 */

import type { Formatter } from '../element/format.js';
import type { ForecastMessages } from './forecast.types.js';

const NONE = 0.005;
const off = (f: Formatter, error: number): string =>
  Math.abs(error) < NONE ? '誤差不到 1%' : `${error > 0 ? '偏多' : '偏少'} ${f.share(Math.abs(error))}`;
const repeats = (f: Formatter, from: number, last: boolean): string =>
  from === 0 ? '未曾回購' : `回購 ${f.count(from)} 次${last ? '以上' : ''}`;

export const forecastZhHant: ForecastMessages = {
  forecast: {
    title: '若一切照舊，他們還會帶來多少',
    noDates: '預測需要每筆訂單的日期。此檔案每位顧客一筆資料，因此僅提供綜合價值分數。',

    verdict: {
      trusted: '此預測已通過以您自己的資料所做的回測',
      test: (f, p) =>
        `保留檔案最後 ${f.days(p.days)}，以之前的資料預測：預測 ${f.count(p.predicted)} 筆訂單，實際 ${f.count(p.actual)} 筆，${off(f, p.error)}。` +
        `每位顧客的誤差比兩種簡單規則中較好的一種低 ${f.share(1 - p.ratio)}。`,
      notTrusted: '此檔案無法得出可信的預測',
      reasons: {
        'no-purchases': () => '截至報告日期沒有人購買過。',
        'few-customers': (f, p) => `共 ${f.count(p.value)} 位顧客：穩定的預測需要 ${f.count(p.limit)} 位。`,
        'short-history': (f, p) => `檔案只涵蓋 ${f.days(p.value)}：要分辨仍活躍與已流失的顧客，至少需要 ${f.days(p.limit)}。`,
        'no-repeats': () => '沒有人在另一天再次購買，無從了解回購。',
        'few-repeaters': (f, p) => `曾回購的顧客 ${f.count(p.value)} 位：預測需要 ${f.count(p.limit)} 位。`,
        regularised: (f, p) => `${f.count(p.value)} 位顧客的資料不足以確定模型，其餘由保守的假設決定。`,
        'no-fit': () => '沒有模型適合這些訂單。',
        'no-back-test': (f, p) =>
          p.value > 0 ? `只能保留 ${f.days(p.value)}做回測：需要 ${f.days(p.limit)}。` : '檔案時間過短，無法保留一段做回測。',
        'beaten-by-baseline': (f, p) => `簡單規則對保留期間的預測不輸模型：模型誤差是規則的 ${f.fixed(p.value, 3)} 倍。`,
        'total-far-off': (f, p) => `回測總數${off(f, p.value)}：超過 ${f.share(p.limit)} 即視為偏差過大。`,
        'no-spend': () => '沒有人付過款：沒有可預測的金額。',
        'left-censored': (f, p) =>
          `${f.share(p.value)} 的顧客首次購買就在檔案開頭：他們可能早就是顧客，或者檔案只含某一時期的新顧客。`,
        'closed-cohort': (f, p) => `最後一位新顧客出現在結束前 ${f.days(p.value)}：這份檔案只有一批顧客，沒有新加入者。`,
        'quiet-end': (f, p) => `最後一筆訂單在報告日期前 ${f.days(p.value)}。如果檔案只是提前結束，所有顧客都會顯得比實際更像流失。`,
        'no-full-year': (f, p) => `${f.days(p.value)}的歷史不到一年：無法區分季節與趨勢。`,
        'horizon-beyond-history': (f, p) => `預測往後看 ${f.days(p.limit)}，檔案只往前涵蓋 ${f.days(p.value)}。`,
        'spend-depends-on-frequency': (f, p) =>
          `下單較多的顧客每筆花費${p.value > 0 ? '較多' : '較少'}（相關係數 ${f.number(p.value, 2)}）；消費模型假定兩者無關。`,
        'spend-is-mean': (f, p) => `只有 ${f.count(p.value)} 位顧客再次付款，或金額全部相同：每筆都以全體平均金額計。`,
        'spend-regularised': (f, p) =>
          `${f.count(p.value)} 位有付款回購的顧客，金額過於懸殊或過於一致，不足以確定消費模型；由保守的假設決定。`,
        periodic: (f, p) => `所有訂單每 ${f.count(p.value)} 天才有一天：採用依輪次計算的模型。`,
        'zero-amounts': (f, p) => `有 ${f.count(p.value)} 個下單日的金額為 0：計入訂單，不計入消費金額。`,
      },
      gates: '原因',
      notes: '閱讀時請留意',
      off: '歷史資料過短，僅顯示平常購買間隔',
      offOther: '未通過回測，僅顯示平常購買間隔',
      usualGap: (f, p) => `兩筆訂單相隔 ${f.days(p.gap)}`,
      usualGapMeans: '平常購買間隔：曾回購的顧客的中位數。超過其 2 倍未下單，就值得留意。',
      noGap: '沒有人在另一天再次下單，因此還沒有平常購買間隔。',
      unfold: '查看未通過的預測及其回測',
      unfoldWarning: '請勿依據這些數字做計畫。',
    },

    outlook: {
      revenue: (f, p) =>
        `若一切照舊，現有 ${f.count(p.customers)} 位顧客在未來 ${f.count(p.months)} 個月將帶來 ${f.moneyShort(p.band.expected)}：介於 ${f.moneyShort(p.band.low)} 與 ${f.moneyShort(p.band.high)} 之間`,
      orders: (f, p) =>
        `他們在未來 ${f.count(p.months)} 個月將下 ${f.count(p.band.expected)} 筆訂單：介於 ${f.count(p.band.low)} 與 ${f.count(p.band.high)} 之間`,
      months: (f, p) => `未來 ${f.count(p.months)} 個月`,
      range: (_, p) => `${p.low} 至 ${p.high}`,
      today: (_, p) => `自報告日期 ${p.day} 起算。`,
      excluded: '只含已經下過單的顧客，之後新加入的顧客不計在內。',
      unit: '回購收入，以檔案中的幣別計：不是利潤，未折現。',
      band: '95% 區間：包含模型參數的不確定性、偶然波動以及回測的偏差。',
      value: (f, p) =>
        `折合今日：${f.moneyShort(p.band.expected)}（${f.moneyShort(p.band.low)} 至 ${f.moneyShort(p.band.high)}），即 ${f.count(p.months)} 個月內的貢獻以每年 ${f.share(p.discount, 1)} 折現` +
        (p.margin === undefined ? '，為收入，非利潤。' : `，再乘以 ${f.share(p.margin, 1)} 的毛利率。`),
      table: { horizon: '時間範圍', what: '項目', expected: '預期', low: '下限', high: '上限', orders: '回購訂單', revenue: '回購收入' },
    },

    values: {
      switch: '分組方式',
      views: { value: '價值分級', potential: '潛力分級', segments: '顧客分群' },
      title: (f, p) =>
        `${p.name}：已帶來 ${f.moneyShort(p.net)}` +
        (p.expected === undefined ? '' : `，預期 ${f.moneyShort(p.expected)}`) +
        `，尚可爭取 ${f.moneyShort(p.potential)}`,
      about: '三種價值使用同一刻度。它們回答不同的問題，從不相加。',
      group: '分組',
      existing: '現有價值',
      existingMeans: '累計淨銷售額',
      existingMargin: '迄今毛利：淨收入減去商品成本',
      expected: (f, p) => `模型價值（${f.count(p.months)} 個月）`,
      expectedMeans: '由模型得出，若一切照舊；鬚線為 95% 區間',
      potential: '潛在價值',
      potentialMeans: '距同階段前四分之一水準',
      notTrusted: '未列出模型價值：此預測未通過回測。',
    },

    weights: {
      parts: { recency: '最近一次消費', frequency: '消費頻率', monetary: '消費金額', tenure: '往來年資', margin: '毛利', satisfaction: '滿意度', referral: '推薦意願' },
      sum: (f, p) => `合計 ${f.number(p.sum)}`,
      slider: (_, p) => `權重：${p.part}`,
      pairs: {
        title: '以兩兩比較決定權重',
        about: '每兩項之中，哪一項對您更重要？權重由此得出。',
        pair: (_, p) => `${p.one}與${p.other}相比`,
        choice: (_, p) => `${p.part}${{ 3: '稍微重要', 5: '明顯重要', 7: '重要得多', 9: '極其重要' }[p.degree]}`,
        same: '同樣重要',
        apply: '採用這些權重',
        sound: (f, p) => `您的比較前後一致（一致性比率 ${f.fixed(p.ratio, 2)}，不超過 0.10 即可接受）。`,
        unsound: (f, p) => `您的比較互相矛盾（一致性比率 ${f.fixed(p.ratio, 2)}，不超過 0.10 才可接受），請再看一次。`,
      },
      sensitivity: {
        title: (f, p) => `「${p.part}」的權重影響最大：變動 10 個百分點，有 ${f.count(p.moved)} 位顧客改變層級`,
        none: '任何一項權重增減 10 個百分點，都沒有顧客改變層級',
        about: '每次只變動一項權重，增減 10 個百分點（滿分 100），其餘各項按比例調整。',
        head: { weight: '權重', less: '減 10 個百分點', more: '加 10 個百分點' },
        change: (f, p) => `升級 ${f.count(p.up)}，降級 ${f.count(p.down)}`,
      },
    },

    assumptions: {
      title: '毛利率、折現率與時間範圍',
      yours: '此比率由您設定，並非預測',
      margin: '毛利率，%',
      noMargin: '留空：價值為淨銷售額，非利潤。',
      discount: '每年折現率，%',
      months: '往後看的月數',
      apply: '重新計算',
    },

    test: {
      title: (f, p) =>
        `有多準？對最後 ${f.days(p.days)}，預測 ${f.count(p.predicted)} 筆訂單，實際 ${f.count(p.actual)} 筆：${off(f, p.error)}`,
      about: (f, p) =>
        `模型只看到 ${p.split} 及之前的資料，為 ${f.count(p.customers)} 位顧客預測其後的 ${f.days(p.days)}。` +
        (p.newCustomers > 0 ? `此後才首次購買的 ${f.count(p.newCustomers)} 位顧客未計入：當時對他們一無所知。` : ''),
      predicted: '預測',
      came: '實際',
      rate: '依以往頻率',
      ranking: (f, p) => {
        const figures = `（${f.fixed(p.auc, 2)} 對 ${f.fixed(p.silence, 2)}；1 為完全正確，0.5 相當於擲硬幣）`;
        if (p.auc - p.silence > 0.01) return `在判斷誰會再買的排序上，它勝過只看距上次下單的天數${figures}。`;
        if (p.silence - p.auc > 0.01) return `只看距上次下單的天數，對誰會再買的排序更好${figures}。`;
        return `只看距上次下單的天數，對誰會再買的排序一樣好${figures}。`;
      },
      revenue: (f, p) =>
        `以金額計：預測 ${f.moneyShort(p.predicted)}，實際 ${f.moneyShort(p.actual)}：${p.error > 0 ? '偏多' : '偏少'} ${f.share(Math.abs(p.error))}。`,
      weeks: {
        title: (f, p) => `逐週累計：到 ${p.until} 預測 ${f.count(p.predicted)} 筆，實際 ${f.count(p.actual)} 筆`,
        y: '回測開始以來的訂單數',
        until: '截至',
      },
      rivals: {
        title: (f, p) =>
          p.better ? `每位顧客的誤差比較好的簡單規則低 ${f.share(1 - p.ratio)}` : `簡單規則一樣好：模型誤差是規則的 ${f.fixed(p.ratio, 3)} 倍`,
        about: '每位顧客的訂單數誤差，大的偏差權重更高（均方根）。越短越好。',
        rules: {
          bg_nbd: 'BG/NBD',
          mbg_nbd: 'MBG/NBD',
          pareto_nbd: 'Pareto/NBD',
          bg_bb: 'BG/BB',
          same_rate: '簡單規則：各人照舊',
          recency_frequency_table: '簡單規則：參照最近消費與頻率相同的顧客',
        },
        rule: '模型或規則',
        error: '每位顧客的誤差',
        total: '總數',
        auc: '排序（1 為完全正確）',
        off: (f, p) => off(f, p.error),
      },
      frequency: {
        title: (f, p) => `依以往訂單數：${repeats(f, p.from, p.last)}的顧客預測每位 ${f.fixed(p.predicted, 2)} 筆，實際 ${f.fixed(p.actual, 2)} 筆`,
        about: '保留期間內每位顧客的訂單數，依此前的回購次數分組。',
        row: (f, p) => repeats(f, p.from, p.last),
        bucket: '此前回購次數',
      },
      decile: {
        title: (f, p) => `依預測價值：最高的十分之一預測每位 ${f.number(p.predicted)}，實際 ${f.number(p.actual)}`,
        about: '保留期間內每位顧客的金額，依預測價值分為十組，由高到低。',
        row: (f, p) => (p.from === 1 ? '最高的十分之一' : `第 ${f.count(p.from)} 組`),
        bucket: '依預測價值的十分位',
      },
      buy: {
        title: (f, p) => `購買機率：預測為 ${f.share(p.predicted)} 的顧客中，${f.share(p.actual)} 在 ${f.days(p.days)}內購買`,
        about: '落在虛線上表示機率正確。圓點越大，顧客越多。',
      },
      alive: {
        title: (f, p) => `活躍機率：預測為 ${f.share(p.predicted)} 的顧客中，${f.share(p.actual)} 在 ${f.days(p.days)}內購買`,
        about: '購買過的必然活躍；沒有購買的也可能仍活躍。因此低於虛線不算錯，高於虛線才算。',
      },
      calibration: { x: '預測機率', y: '實際購買占比', even: '與預測一致', from: '機率起點' },
      customers: '顧客數',
    },

    models: {
      title: '計算方式：模型與出處',
      chosen: (_, p) => `用於估值的模型：${p.name}`,
      chosenBy: {
        'held-out-likelihood': '在試過的模型中，它對保留期間的訂單解釋得最好。',
        likelihood: '它最符合現有資料；檔案過短，無法保留一段。',
      },
      explained: {
        bg_nbd: {
          name: 'BG/NBD',
          says: '每位顧客有自己的購買節奏，每次回購之後都有一定可能悄悄離開。相對自己的節奏沉默已久的顧客，多半已經離開。',
        },
        mbg_nbd: {
          name: 'MBG/NBD',
          says: '與 BG/NBD 相似，但顧客在首購之後就可能離開。適合許多人買一次就不再來的店家。',
        },
        pareto_nbd: {
          name: 'Pareto/NBD',
          says: '每位顧客有自己的購買節奏，而且隨時可能離開，不限於下單之後。相對這個節奏沉默越久，離開的可能越大。',
        },
        bg_bb: {
          name: 'BG/BB',
          says: '訂單依輪次出現，例如每月一次，每一輪中活躍的顧客買或不買。每一輪之前都有一定可能永遠離開。',
        },
        gamma_gamma: {
          name: 'Gamma-Gamma',
          says: '每位顧客的訂單圍繞自己的金額上下波動，而各人的金額不同。訂單少說明不了多少，因此預期金額介於本人平均與全體平均之間。',
        },
      },
      spendMean: '每筆訂單都以全體平均金額計。',
      reference: '出處',
      inUse: '使用中',
      parameters: '參數（供分析人員）',
      parameter: '參數',
      estimate: '估計值',
      error: '標準誤',
      noError: '無',
      logLikelihood: '對數概似',
      heldOut: (f, p) => `保留期間的對數概似：${f.fixed(p.value, 1)}`,
      time: '時間單位為週。',
      regularised: '概似沒有內部最大值：資料無法決定之處由弱先驗決定。',
    },
  },
};
