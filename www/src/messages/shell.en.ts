/** English words of the shell: everything but the report's own sections. */

import type { ShellMessages } from './types.js';

export const shellEn: ShellMessages = {
  terms: {
    segment: {
      champions: 'Champions',
      loyal: 'Loyal',
      potential_loyalist: 'Potential loyalist',
      new: 'New',
      promising: 'Promising',
      need_attention: 'Need attention',
      about_to_sleep: 'About to sleep',
      at_risk: 'At risk',
      cannot_lose_them: 'Cannot lose them',
      hibernating: 'Hibernating',
      lost: 'Lost',
    },
    action: { protect: 'Protect', grow: 'Grow', welcome: 'Welcome', save: 'Save', rest: 'Rest', convert: 'Convert' },
    stage: {
      prospect: 'Prospect',
      new: 'New',
      developing: 'Developing',
      mature: 'Mature',
      returned: 'Returned',
      slowing: 'Slowing',
      dormant: 'Dormant',
      lost: 'Lost',
    },
    nes: { n: 'New (N)', e0: 'Core (E0)', s1: 'Drowsy (S1)', s2: 'Half asleep (S2)', s3: 'Asleep (S3)' },
    valueTier: { high: 'High value', medium: 'Medium value', low: 'Low value' },
    potentialTier: { gold: 'Gold', potential: 'Potential', general: 'General' },
    axis: { recency: 'Recency', frequency: 'Frequency', monetary: 'Money' },
    reason: {
      no_customer: 'no customer',
      no_date: 'no date',
      unreadable_date: 'date can’t be read',
      impossible_date: 'no such day',
      no_amount: 'no amount',
      unreadable_amount: 'amount can’t be read',
      amount_too_large: 'amount larger than any order',
      short_row: 'too few cells',
      total_row: 'total row',
      unpaid: 'never paid',
      cancelled: 'cancelled',
      after_as_of: 'after the as-of date',
      other_currency: 'in another currency',
      far_date: 'dated far from all others',
      duplicate: 'repeats another row',
    },
    cluster: (f, p) => `Group ${f.count(p.id)}`,
  },

  sections: {
    answer: 'The answer',
    who: 'Who they are',
    worth: 'What they are worth',
    risk: 'Risk',
    moves: 'Who moved',
    next: 'What they buy next',
    actions: 'What to do',
    agenda: 'Agenda',
    plan: 'Budget and what if',
    customers: 'Your customers',
    data: 'Your data',
  },
  contents: 'Sections',
  dismiss: 'Close',
  sectionFailed: 'This part could not be drawn. The other parts, the table and the exports are complete.',
  none: '–',

  drop: {
    title: 'Which customers matter, and what to do next',
    lead: 'Drop your order file here',
    choose: 'Choose a file',
    release: 'Let go to read this file',
    sample: 'Try with sample data',
    sampleNote: 'An invented shop, generated on your machine.',
    needs: {
      title: 'What it needs',
      text: 'An export of your orders as CSV, Excel or another table, in which one column says who bought, one when, and one how much. More columns are welcome, none is required.',
    },
    gives: {
      title: 'What you get',
      text: 'Every customer valued and grouped, what to do with each group and why, and lists to download.',
    },
    privacy: {
      title: 'Nothing leaves this tab',
      text: 'The file is read and calculated inside this page. There is no server that could receive it.',
      check: 'To check: disconnect from the network, then drop the file. It works all the same.',
    },
    loading: 'Getting ready …',
  },

  check: {
    title: 'Is this what your columns mean?',
    lead: (_, p) => `${p.file}: change what is wrong. The notes under each column are about the first part of the file, the count at the end about all of it.`,
    beside: 'Files beside it',
    besideAppend: (_, p) => `${p.file}: more orders, read as one with the first file.`,
    besideJoin: (f, p) =>
      `${p.file}: about the same customers, with ${f.count(p.columns)} ${f.plural(p.columns, { one: 'column', other: 'columns' })}.`,
    besideKey: (_, p) => `Column of ${p.file} that names the customer`,
    besideAuto: 'found by what matches',
    sheet: 'Sheet',
    sheetOption: (f, p) => {
      const size = p.rows === 0
        ? 'empty'
        : `${p.more ? 'more than ' : ''}${f.count(p.rows)} ${f.plural(p.rows, { one: 'row', other: 'rows' })}, ${f.count(p.columns)} ${f.plural(p.columns, { one: 'column', other: 'columns' })}`;
      return `${p.name} (${p.hidden ? 'hidden; ' : ''}${size})`;
    },
    sheetWhy: {
      guess: 'More than one sheet has rows with dates; one is read at a time. Is this the one with the orders?',
      dated: 'Proposed: no other sheet has as many rows with dates.',
      rows: 'Proposed: no other sheet has as many rows with numbers.',
    },
    sheetOpening: 'Reading the sheet …',
    sheetUnfit: 'This sheet holds no table with customers, dates and amounts. Choose another one.',
    roles: {
      customer: 'Customer',
      date: 'Order date',
      amount: 'Amount paid',
      order_id: 'Order number',
      quantity: 'Quantity',
      unit_price: 'Unit price',
      currency: 'Currency',
      status: 'Order status',
      refund: 'Refund',
      discount: 'Discount',
      cost: 'Cost of the goods',
      margin: 'Margin',
      product: 'Product',
      category: 'Category',
      channel: 'Channel',
      region: 'Region',
      email: 'E-mail',
      phone: 'Telephone',
      birthday: 'Birthday',
      since: 'Customer since',
      last_contact: 'Last contact',
      satisfaction: 'Satisfaction (CSAT)',
      nps: 'Recommendation (NPS)',
      tickets: 'Service tickets',
      referrer: 'Referred by',
      balance_before: 'Balance before',
      churned: 'Has left',
      recency: 'Days since last order',
      frequency: 'Number of orders',
      monetary: 'Money spent in all',
      tenure: 'Length of relationship',
      first_order: 'First order',
      last_order: 'Last order',
    },
    roleHints: {
      customer: 'anything that stays the same for one customer: number, e-mail, name',
      amount: 'or quantity and unit price',
      order_id: 'rows with the same number are one order',
    },
    required: 'required',
    optional: (f, p) => `More columns, all optional (${f.count(p.set)} found)`,
    notInFile: 'not in this file',
    columnOption: (_, p) => (p.samples.length ? `${p.name} (${p.samples.join(', ')} …)` : p.name),
    evidence: (f, p) =>
      `${f.share(p.filled)} filled, ${f.count(p.distinct)} different ${f.plural(p.distinct, { one: 'value', other: 'values' })}`,
    reasons: {
      'header-known': () => 'its name says so',
      'header-contains': () => 'its name suggests it',
      'values-are-dates': (f, p) => `${f.share(p.share)} are dates`,
      'values-are-numbers': (f, p) => `${f.share(p.share)} are numbers`,
      'values-are-whole': (f, p) => `${f.share(p.share)} are whole numbers`,
      'values-are-states': (f, p) => `${f.share(p.share)} are states of an order`,
      'values-are-emails': (f, p) => `${f.share(p.share)} are e-mail addresses`,
      'values-are-phones': (f, p) => `${f.share(p.share)} are telephone numbers`,
      'values-repeat': () => 'values come back, as customers do',
      'unique-per-row': () => 'every row has another value',
      'row-number': () => 'counts the rows',
      'few-distinct': () => 'few different values',
      constant: () => 'the same value in every row',
      'negative-seen': () => 'has negative values',
      'partly-empty': (f, p) => `only ${f.share(p.share)} filled`,
      'values-do-not-fit': () => 'its values do not look like it',
    },
    preview: 'First rows, as read',
    previewCaption: (f, p) => `The first ${f.count(p.rows)} rows of the file`,
    reading: 'How the file is read',
    encoding: 'Encoding',
    delimiter: 'Columns separated by',
    delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' },
    header: 'First row',
    headerYes: 'names the columns',
    headerNo: 'is data',
    dateOrder: 'Dates',
    dateOrders: {
      year_month_day: 'year, month, day',
      day_month_year: 'day, month, year',
      month_day_year: 'month, day, year',
    },
    decimalMark: 'Decimals',
    decimalMarks: { point: '1,234.50', comma: '1.234,50' },
    shape: 'One row is',
    shapes: { orders: 'an order or a line of one', customers: 'a customer' },
    auto: (p) => (p.found ? `Auto: ${p.found}` : 'Auto'),
    damaged: 'Some characters were already damaged when the file was exported. They can’t be restored here.',
    questions: 'Please decide',
    question: {
      'date-order-ambiguous': (_, p) =>
        `Every date in ${p.column ? `“${p.column}”` : 'the file'} can be read in two ways. Which one is right?`,
      'decimal-mark-ambiguous': (_, p) =>
        `In ${p.column ? `“${p.column}”` : 'the amounts'}, the sign before three digits could mean thousands or decimals. Which one is right?`,
      'which-customer': () => 'Which column says who bought?',
      'which-date': () => 'Which column says when?',
      'which-amount': () => 'Which column says how much was paid?',
      'several-currencies': (f, p) =>
        `There are several currencies (${f.list(p.samples)}). They are never added up: which one should be summed? Rows in the others are set aside.`,
      'sum-of-columns': () =>
        'No column says how much each customer spent, but some look like its parts. Do they add up?',
      'far-dates': (f, p) =>
        `Some dates lie far from the others (${f.list(p.samples)}). Are they right, or typing errors? One of them would move the as-of date.`,
      'encoding-unsure': (f, p) =>
        `It is not certain which encoding the file has${p.samples.length ? ` (${f.list(p.samples)})` : ''}. Choose another if the first rows look wrong.`,
    },
    readAs: (_, p) => `${p.sample} is ${p.as}`,
    keepReading: 'This reading is right',
    sums: { add: 'Yes, add them up', dont: 'No, don’t' },
    farDates: { keep: 'They are right', setAside: 'Leave those rows out' },
    duplicates: {
      says: (f, p) =>
        `${f.count(p.rows)} ${f.plural(p.rows, { one: 'row repeats', other: 'rows repeat' })} another in every column that is read. Two equal purchases on one day are possible; an export that was pasted twice is, too.`,
      keep: 'Count them all', setAside: 'Count each once',
    },
    alike: {
      says: (f, p) =>
        `${f.count(p.customers)} ${f.plural(p.customers, { one: 'customer is', other: 'customers are' })} written like another, such as ${p.examples.join('; ')}. Are they the same people?`,
      keep: 'Different customers', merge: 'The same: merge them',
    },
    missing: (f, p) => `Still needed: ${f.list(p.roles)}.`,
    counting: (f, p) => `Counting: ${f.count(p.rows)} rows, ${f.share(p.share)} of the file …`,
    usable: (f, p) => {
      const aside = p.aside.map((a) => `${f.count(a.rows)} ${shellEn.terms.reason[a.reason]}`).join(', ');
      const head = `${f.count(p.used)} of ${f.count(p.read)} rows usable, from ${f.count(p.customers)} ${f.plural(p.customers, { one: 'customer', other: 'customers' })}`;
      return aside ? `${head}. Set aside: ${aside}.` : `${head}.`;
    },
    make: 'Make the report',
    back: 'Back',
  },

  working: {
    title: (_, p) => `Reading ${p.file}`,
    opening: 'Looking at the first rows',
    unpacking: 'Opening the workbook',
    reading: (f, p) =>
      `${f.bytes(p.bytes)} of ${f.bytes(p.size)} read: ${f.count(p.rows)} rows, ${f.count(p.customers)} customers so far`,
    valuing: (f, p) => `All ${f.count(p.rows)} rows read. Valuing and grouping ${f.count(p.customers)} customers`,
    cancel: 'Cancel',
    cancelled: 'Cancelled.',
  },

  topbar: {
    label: 'This report',
    file: (f, p) =>
      `${p.name}: ${f.count(p.customers)} ${f.plural(p.customers, { one: 'customer', other: 'customers' })}, ${f.count(p.rows)} ${f.plural(p.rows, { one: 'row', other: 'rows' })}`,
    asOf: 'As of',
    asOfSlider: 'Move the as-of date',
    asOfReset: 'Last day in the file',
    change: 'Change columns',
    another: 'Another file',
    export: 'Export',
    exports: {
      customers: 'All customers (CSV)',
      setAside: 'Rows set aside (CSV)',
      settings: 'Settings (JSON)',
      report: 'Report without customers (JSON)',
      page: 'Report as a page without customers (HTML)',
      print: 'Print or save as PDF',
    },
    wipe: 'Wipe',
    mask: 'Mask customers',
    language: 'Language',
    theme: 'Colours',
    themes: { auto: 'Automatic', light: 'Light', dark: 'Dark' },
    updating: 'Calculating …',
  },

  data: {
    rows: 'Rows',
    rowsFinding: (f, p) =>
      p.aside === 0
        ? `All ${f.count(p.read)} rows were used.`
        : `${f.count(p.used)} of ${f.count(p.read)} rows were used, ${f.count(p.aside)} set aside.`,
    rowsRead: 'Rows read',
    rowsUsed: 'Rows used',
    reason: 'Reason',
    count: 'Rows',
    money: 'Money',
    moneyFinding: (f, p) => `${f.money(p.gross)} came in, ${f.money(p.refunds)} went back: ${f.money(p.net)} net.`,
    gross: 'Gross',
    refunds: 'Refunds',
    net: 'Net = gross − refunds',
    orders: 'Orders that count',
    customers: 'Customers',
    buyers: 'Customers with an order that counts',
    asideTitle: 'Rows set aside',
    asideCaption: (f, p) => `Rows ${f.count(p.from)} to ${f.count(p.to)} of ${f.count(p.total)} set aside`,
    line: 'Line',
    cells: 'Cells as written',
    showAside: 'Show them',
    notKept: 'not kept: too many such rows',
    downloadAside: 'Download rows set aside (CSV)',
    masked: 'Hidden while customers are masked.',
    how: 'How the file was read',
    currency: 'Currency',
    currencyText: (f, p) =>
      p.others.length
        ? `${p.currency}; also ${f.list(p.others.map(({ currency, rows }) => `${currency} (${f.count(rows)})`))} in rows of the file`
        : p.currency,
    joined: 'Joined',
    joinedText: (f, p) =>
      p.key === undefined
        ? `${p.file.name}: no column names a customer of the orders, so nothing of it is used. Choose the column under “change”.`
        : `${p.file.name}, by ${p.key}: of ${f.count(p.rows)} rows ${f.count(p.rows - p.rows_unmatched - p.rows_without_key)} belong to ${f.count(p.customers_matched)} customers, ${f.count(p.rows_unmatched)} to nobody in the orders${p.rows_without_key ? `, ${f.count(p.rows_without_key)} name nobody` : ''}; ${f.count(p.customers_unmatched)} customers have no row in it.`,
    file: 'File',
    sheet: 'Sheet',
    readAs: 'Read as',
    mapping: 'Columns',
    period: 'Period',
    periodText: (f, p) => `${f.day(p.from)} to ${f.day(p.to)}`,
    engine: 'Made by',
    engineText: (f, p) => `Value Tiers ${p.engine}, report version ${f.count(p.report)}`,
    settings: 'Settings',
    settingsText: 'Columns, formats, date, weights and cuts, without any customer. Restore them for next month’s file and the report is made the same way.',
    saveSettings: 'Save settings',
    restoreSettings: 'Restore settings',
    restored: 'Settings restored.',
  },

  privacy: (f, p) =>
    `Processed in this tab. ${f.count(p.requests)} network ${f.plural(p.requests, { one: 'request', other: 'requests' })} since you opened the file.`,
  privacyIdle: 'Processed in this tab: no server, no upload, nothing stored.',
  privacyCheck: {
    title: 'How to check this yourself',
    steps: [
      'Disconnect the network once this page is open, then drop a file: everything works, charts and Excel included.',
      'Press F12 and open “Network”, then drop a file: no line is added to the list.',
      'On our own page and in the offline file, search the page source for “Content-Security-Policy”: the browser itself refuses connections to other hosts, and in the offline file to any.',
      'Press F12 and open “Application” or “Storage”: no cookie and no stored data. Closing the tab, or “Wipe”, forgets the file.',
    ],
    masked: '“Mask customers” shows and exports a pseudonym for each customer. It stays the same until you wipe or close the page; its key is kept nowhere.',
  },
  saveChart: { png: 'Save chart as PNG', svg: 'Save chart as SVG' },
  offlineCopy: 'Save this page as one file that works without a network',

  notices: {
    wiped: 'Wiped. Nothing of the file is left in this page.',
  },

  failureTitle: 'That did not work.',
  failureOf: (_, p) => `${p.file}: ${p.text}`,
  failures: {
    'empty-file': () => 'The file is empty. Export it again with at least one order.',
    'header-only': () => 'The file has a header but no rows below it. Export it again with the orders.',
    'one-column': () =>
      'Only one column was found. Customer, date and amount have to be in separate columns: export it as CSV, or choose another separator.',
    'not-text': (_, p) =>
      ['zip', '7z', 'rar', 'gzip'].includes(p.value ?? '')
        ? 'This is an archive. Unpack it and drop the file with your orders.'
        : `This is not a table in text form${p.value && p.value !== 'unknown' ? ` (it looks like ${p.value})` : ''}. Export your orders as CSV and drop that file.`,
    'no-customer-column': () => 'No column says who bought. Choose the customer column.',
    'no-date-column': () => 'No column says when. Choose the order date column.',
    'no-amount-column': () => 'No column says how much was paid. Choose the amount column, or quantity and unit price.',
    'unknown-column': (_, p) =>
      `The file has no column named “${p.value ?? '?'}”. Choose the column that took its place.`,
    'unknown-role': (_, p) => `“${p.value ?? '?'}” is nothing that a column can be. Correct it in the settings.`,
    'unknown-customer': (_, p) => `There is no customer ${p.value ?? '?'} in this report.`,
    'no-usable-row': (_, p) =>
      `No row could be used${p.value && p.value in shellEn.terms.reason ? `; most often: ${shellEn.terms.reason[p.value as keyof typeof shellEn.terms.reason]}` : ''}. Check that the right columns are chosen.`,
    'as-of-too-early': (f, p) =>
      `The as-of date${p.value ? ` ${f.day(p.value)}` : ''} lies before the first order in the file. Choose a later day.`,
    'bad-setting': (_, p) => `The setting “${p.value ?? '?'}” is outside its range. Set it again.`,
    'settings-too-new': () =>
      'These settings were saved by a newer version of Value Tiers. Open them there, or set them again here.',
    'unknown-encoding': (_, p) => `The encoding “${p.value ?? '?'}” is not known. Choose another.`,
    'too-large': () =>
      'The file has more rows or customers than this browser’s memory holds. Export a shorter period, or close other tabs and try again. If your data is in a warehouse, drop an extract of some thousand rows instead: under “Your data” are the queries that sum up all of it there.',
    'out-of-order': () => 'The page lost its place in the calculation. Drop the file again.',
    'engine-unavailable': () =>
      'The calculation engine could not be loaded. Reload the page; if that does not help, use a current version of Chrome, Edge, Firefox or Safari.',
    'wasm-blocked': () =>
      'This site’s security policy forbids WebAssembly. Its owner has to add \'wasm-unsafe-eval\' to script-src in the Content-Security-Policy.',
    crashed: (_, p) =>
      `The calculation stopped unexpectedly and was started afresh${p.value ? ` (${p.value})` : ''}. Drop the file again; if it stops once more, try a shorter period.`,
    'unreadable-file': () =>
      'The browser can’t read this file. It may have been moved, changed or opened by another program: close it there and drop it again.',
    'workbook-encrypted': () =>
      'This workbook is protected by a password. Open it in Excel, choose “Save as”, “CSV UTF-8”, and drop that file.',
    'workbook-damaged': () =>
      'This workbook can’t be opened; it seems to be damaged. Open it in Excel, choose “Save as”, “CSV UTF-8”, and drop that file.',
    'workbook-too-large': (f, p) =>
      `This workbook holds more than can be unpacked in a browser${p.value ? ` (${f.bytes(Number(p.value))})` : ''}. In Excel choose “Save as”, “CSV UTF-8”, and drop that file: text may be of any size.`,
    'workbook-empty': () => 'There is no filled cell. Choose another sheet, or save the workbook again with your orders in it.',
    'not-a-workbook': () => 'This is not a table. Export your orders as CSV and drop that file.',
    directory: () => 'That is a folder. Open it and drop the file with your orders.',
    'unreadable-settings': () => 'This is no settings file of Value Tiers. Choose one that was saved here.',
  },
};
