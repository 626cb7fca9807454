/**
 * Numbers, money, days and shares, written as the page's language writes them.
 *
 * Money comes as a decimal string and is never turned into a floating point number on its way to the page.
 */

import type { Day, Total } from '../engine/types.js';

/** The three languages, as BCP 47 tags. */
export type Language = 'en' | 'zh-Hans' | 'zh-Hant';

/** Locale that formats numbers and dates for a language: Taiwan for Traditional Chinese. */
const LOCALE: Record<Language, string> = { en: 'en-GB', 'zh-Hans': 'zh-Hans-CN', 'zh-Hant': 'zh-Hant-TW' };

const MILLISECONDS_OF_A_DAY = 86_400_000;

export interface Formatter {
  readonly language: Language;
  /** A whole number: 2,357. */
  count(value: number): string;
  /** A number with at most so many decimals: 2.94. */
  number(value: number, decimals?: number): string;
  /** The same with exactly so many, for columns of numbers. */
  fixed(value: number, decimals: number): string;
  /** A share from 0 to 1 as a percentage: 38 %. */
  share(value: number, decimals?: number): string;
  /** Exact money with two decimals: 244,091.94. */
  money(value: Total | number): string;
  /** Money at a glance: 244K, 24.4万. */
  moneyShort(value: Total | number): string;
  /** A multiple: 2.4 ×. */
  times(value: number): string;
  /** A calendar day: 30 Jun 1998. */
  day(value: Day): string;
  /** A calendar day of the near future: Tue 30 Jun. */
  weekday(value: Day): string;
  /** So many days: 12 days. */
  days(value: number): string;
  /** A size in bytes: 4.2 MB. */
  bytes(value: number): string;
  /** A list in words: a, b and c. */
  list(values: string[]): string;
  /** The form of a word for a number. Chinese always takes `other`. */
  plural(value: number, forms: { one: string; other: string }): string;
}

/** The formatter of a language. */
export function formatter(language: Language): Formatter {
  const locale = LOCALE[language];
  const numbers = new Map<string, Intl.NumberFormat>();
  const cached = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    let format = numbers.get(key);
    if (!format) {
      format = new Intl.NumberFormat(locale, options);
      numbers.set(key, format);
    }
    return format;
  };
  const dates = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const plurals = new Intl.PluralRules(locale);
  // Intl takes decimal strings as they are and keeps them exact; the types of ES2022 do not say so yet.
  const exact = (value: Total | number): number => value as number;

  return {
    language,
    count: (value) => cached({ maximumFractionDigits: 0 }).format(value),
    number: (value, decimals = 1) => cached({ maximumFractionDigits: decimals }).format(value),
    fixed: (value, decimals) =>
      cached({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value),
    share: (value, decimals = 0) =>
      cached({ style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value),
    money: (value) => cached({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(exact(value)),
    // Joined, so that no line ends between the number and its 万.
    moneyShort: (value) =>
      cached({ notation: 'compact', maximumSignificantDigits: 3, useGrouping: true }).format(exact(value)).replace(/(?<=\d)(?=[万萬亿億兆])/u, '\u2060'),
    times: (value) => `${cached({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)} ×`,
    day: (value) => {
      const time = Date.parse(`${value}T00:00:00Z`);
      return Number.isNaN(time) ? value : dates.format(time);
    },
    weekday: (value) => weekdays.format(Date.parse(`${value}T00:00:00Z`)),
    // Intl writes 12天 where the sentences of this page, like most, leave a space between number and character.
    days: (value) =>
      language === 'en'
        ? cached({ style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 0 }).format(value)
        : `${cached({ maximumFractionDigits: 0 }).format(value)} 天`,
    bytes: (value) => {
      const [unit, size] =
        value < 1e3 ? ['byte', 1] as const
        : value < 1e6 ? ['kilobyte', 1e3] as const
        : value < 1e9 ? ['megabyte', 1e6] as const
        : ['gigabyte', 1e9] as const;
      const unitDisplay = unit === 'byte' ? 'long' : 'short';
      return cached({ style: 'unit', unit, unitDisplay, maximumSignificantDigits: 3 }).format(value / size);
    },
    list: (values) => lists.format(values),
    plural: (value, forms) => (plurals.select(value) === 'one' ? forms.one : forms.other),
  };
}

/** The day so many days after another. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MILLISECONDS_OF_A_DAY).toISOString().slice(0, 10);
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_OF_A_DAY);
}
