/**
 * The engine's documents, as TypeScript: what crosses from the Worker to the page.
 *
 * Money is a decimal string ("244091.94"), a day an ISO date ("1998-06-30"), a share a number from 0 to 1.
 * What each field means is written once, at the Rust types in `src/report.rs`.
 */

/** A civil day: "1998-06-30". */
export type Day = string;
/** A sum of money: "-12.50", at least two decimals. */
export type Total = string;

export type Role =
  | 'customer' | 'date' | 'amount' | 'order_id' | 'quantity' | 'unit_price' | 'currency' | 'status' | 'refund'
  | 'discount' | 'cost' | 'margin' | 'product' | 'category' | 'channel' | 'region' | 'email' | 'phone' | 'birthday' | 'since' | 'last_contact'
  | 'satisfaction' | 'nps' | 'tickets' | 'referrer' | 'balance_before' | 'churned' | 'recency' | 'frequency' | 'monetary' | 'tenure' | 'first_order'
  | 'last_order';
export type Shape = 'orders' | 'customers';
export type DateOrder = 'year_month_day' | 'day_month_year' | 'month_day_year';
export type DecimalMark = 'point' | 'comma';
/** Which column plays which role, by column name. */
export type Mapping = Partial<Record<Role, string>>;

export interface Formats {
  encoding?: string | undefined;
  delimiter?: string | undefined;
  header?: boolean | undefined;
  date_order?: DateOrder | undefined;
  decimal_mark?: DecimalMark | undefined;
  shape?: Shape | undefined;
  /** The currency that is summed up; rows in another one are set aside. */
  currency?: string | undefined;
  far_dates?: 'keep' | 'set_aside' | undefined;
  /** Rows that repeat another. */
  duplicates?: 'keep' | 'set_aside' | undefined;
  /** Customers written alike. */
  alike?: 'keep' | 'merge' | undefined;
}
export interface Weights { recency?: number; frequency?: number; monetary?: number; tenure?: number; margin?: number; satisfaction?: number; referral?: number }
/** What a person sets for the forecast, and no model knows. */
export interface ValueSettings { margin?: number | undefined; discount_per_year?: number; months?: number }
/** What the value tiers are cut by: shares of customers or revenue by value index, or amounts of net spend. */
export type CutBy = 'customers' | 'revenue' | 'money';
export interface TierCuts {
  by?: CutBy;
  high?: number;
  medium?: number;
  /** Lowest net spend of high and medium, where cut by money. */
  money?: [number, number];
  /** Share of a cut that is enough to keep the tier. */
  keep?: number;
  /** Whoever was in a tier on this day keeps it down to that share. */
  since?: Day | undefined;
  potential?: number;
}
/** What a person assumes of a programme with the tiers as its levels. */
export interface Programme { points?: number; hours?: [number, number, number] | undefined; tenure?: [number, number, number] }
export type Four = [number, number, number, number];
export interface ScoreCuts { recency: Four; frequency: Four; monetary: Four }
export type EightBy = 'median' | 'mean' | 'given';
export interface EightCuts { by?: EightBy; recency?: number; frequency?: number; monetary?: number }
export interface StageCuts { slowing?: number; dormant?: number; dormant_one?: number; lost?: number }
/** Thresholds of the views by rule. */
export interface SegmentRules {
  scores?: ScoreCuts | undefined;
  eight?: EightCuts;
  /** Everybody's cycle in days; absent: the own rhythm. */
  cycle_days?: number | undefined;
  nes?: [number, number, number];
  stages?: StageCuts;
  abc?: [number, number];
}
export type Template = 'ecommerce' | 'bank' | 'manufacturing';
/** Everything a person may choose. What is absent is the engine's default. */
export interface FileSettings { mapping?: Mapping; without?: Role[]; formats?: Formats }
export interface Settings {
  version?: number;
  mapping?: Mapping;
  without?: Role[];
  /** How to read the files beside the first one, by file name. */
  files?: Record<string, FileSettings>;
  /** Columns whose sum plays a role; empty: none are added up. */
  sums?: Partial<Record<Role, string[]>> | undefined;
  /** Columns without a role that are carried to the customers. */
  attributes?: string[];
  formats?: Formats;
  /** The sheet of a workbook that a person has chosen. */
  sheet?: string | undefined;
  as_of?: Day | undefined;
  /** The customers that the report is of; absent: all. */
  only?: Only | undefined;
  weights?: Weights;
  comparisons?: number[];
  value?: ValueSettings;
  tiers?: TierCuts;
  own_segments?: OwnSegment[];
  programme?: Programme;
  segments?: SegmentRules;
  template?: Template | undefined;
  clusters?: number | undefined;
  /** Keys of the features that customers are clustered by. */
  features?: string[] | undefined;
  warning?: WarningSettings;
  cross_sell?: CrossSellSettings;
  /** Plays in own words. */
  plays?: Record<string, string>;
  goal?: Goal | undefined;
  budget?: BudgetSettings;
  /** What indicators are to reach, in their own unit: 0.4 is 40 %. */
  targets?: Partial<Record<KpiId, number>>;
  models?: boolean;
}
/** How far ahead the early warning looks, and where its levels are cut. */
/** A segment of one's own: a rule over figures of the report and columns of the file. */
export interface OwnSegment { name: string; matching: 'all' | 'any'; conditions: OwnCondition[] }
/** What is looked at: a figure, or a column and how it became one cell for each customer. */
export interface OwnSubject { figure?: OwnFigureId; column?: string; measure?: Measure }
export interface OwnCondition extends OwnSubject { test: OwnTestId; number?: number; day?: Day; words?: string[] }
export type OwnTestId = 'at_least' | 'at_most' | 'equals' | 'from' | 'until' | 'is' | 'is_not' | 'contains' | 'known' | 'missing';
export type OwnFigureId =
  | 'recency_days' | 'orders' | 'net' | 'gross' | 'refunds' | 'first_order' | 'last_order' | 'usual_gap' | 'overdue'
  | 'recency_score' | 'frequency_score' | 'monetary_score' | 'segment' | 'action' | 'stage' | 'nes' | 'cluster'
  | 'value_index' | 'value_tier' | 'potential_value' | 'potential_tier' | 'p_alive' | 'p_buy' | 'expected_orders'
  | 'expected_value' | 'risk' | 'risk_band' | 'value_at_risk';
export type OwnProblemCode = 'malformed' | 'unknown_column' | 'not_known' | 'wrong_test' | 'unknown_word';
/** Who is in one, or why that can't be said of this file. */
export interface OwnCount {
  name: string;
  customers: number;
  share_customers: number;
  net: Total;
  share_net: number;
  problem?: { code: OwnProblemCode; value: string };
}
/** What a condition can be about. */
export interface OwnFields {
  figures: { figure: OwnFigureId; kind: CellKind; words: string[] }[];
  columns: { column: string; measure: Measure; role?: Role; kind: CellKind; words: string[]; more: boolean }[];
}
export interface WarningSettings { days?: number | undefined; red?: number; amber?: number }

/** What customers buy next is counted by. */
export interface CrossSellSettings { by?: ItemKind | undefined; min_customers?: number | undefined; without?: string[] }

export type ErrorCode =
  | 'empty-file' | 'header-only' | 'one-column' | 'not-text' | 'no-customer-column' | 'no-date-column'
  | 'no-amount-column' | 'unknown-column' | 'unknown-role' | 'unknown-customer' | 'no-usable-row' | 'as-of-too-early' | 'bad-setting'
  | 'settings-too-new' | 'unknown-encoding' | 'too-large' | 'out-of-order';
export interface EngineError {
  code: ErrorCode;
  line?: number | undefined;
  column?: string | undefined;
  value?: string | undefined;
}

export type Reason =
  | 'no_customer' | 'no_date' | 'unreadable_date' | 'impossible_date' | 'no_amount' | 'unreadable_amount'
  | 'amount_too_large' | 'short_row' | 'total_row' | 'unpaid' | 'cancelled' | 'after_as_of'
  | 'other_currency' | 'far_date' | 'duplicate';
/** How the cuts between scores were found; thirds give the scores 1, 3 and 5. */
export type ScoreMethod = 'quintiles' | 'tertiles' | 'fixed' | 'given';
export type Axis = 'recency' | 'frequency' | 'monetary';
export type SegmentId =
  | 'champions' | 'loyal' | 'potential_loyalist' | 'new' | 'promising' | 'need_attention' | 'about_to_sleep'
  | 'at_risk' | 'cannot_lose_them' | 'hibernating' | 'lost';
export type ActionId = 'protect' | 'grow' | 'welcome' | 'save' | 'rest' | 'convert';
export type Nes = 'n' | 'e0' | 's1' | 's2' | 's3';
export type Stage = 'prospect' | 'new' | 'developing' | 'mature' | 'returned' | 'slowing' | 'dormant' | 'lost';
export type ValueTier = 'high' | 'medium' | 'low';
export type PotentialTier = 'gold' | 'potential' | 'general';
export type KpiId =
  | 'repeat_rate' | 'average_order_value' | 'orders_per_customer' | 'net_per_customer' | 'refund_rate'
  | 'second_order_30' | 'second_order_60' | 'second_order_90' | 'retention_rate' | 'churn_rate' | 'top_share' | 'csat' | 'nps' | 'reachable' | 'reachable_email' | 'reachable_phone' | 'roi';
export type Missing =
  | 'no_buyers' | 'no_repeat' | 'history_too_short' | 'no_dates' | 'no_survey' | 'no_cost' | 'no_contacts' | 'no_money'
  | 'no_order_counts';
export type Channel = 'personal' | 'phone' | 'visit' | 'messenger' | 'app' | 'email' | 'sms' | 'ads';
export type Offer = 'value' | 'points' | 'bundle' | 'small_coupon' | 'deep_discount' | 'nothing';
export type Watch =
  | 'high_value_retention' | 'basket_and_categories' | 'move_to_loyal' | 'second_order' | 'orders_and_basket'
  | 'reorder_in_one_gap' | 'reactivation_in_two_gaps' | 'money_saved' | 'win_back' | 'cost_per_reactivated'
  | 'unsubscribes'
  | 'balance_kept' | 'products_held' | 'active_share' | 'reorder_on_time';
export type NoteCode =
  | 'too_few_for_scores' | 'three_levels' | 'mostly_one_time' | 'date_order_ambiguous' | 'no_cost'
  | 'history_too_short' | 'too_few_for_clusters' | 'damaged_text' | 'no_dates' | 'no_order_counts' | 'far_dates'
  | 'other_currencies' | 'duplicates' | 'alike_names' | 'rounded_names' | 'no_such_part';

export interface Report {
  version: number;
  engine: string;
  /** Absent for a customer table without any date; so are the next two. */
  as_of?: Day;
  first_day?: Day;
  /** Last day in the file: the latest that the as-of date can be. */
  last_day?: Day;
  input: Input;
  /** What the customers can be divided by; absent: nothing. */
  splits?: Split[];
  /** Who everything below is of; absent: everybody. */
  part?: CustomerPart;
  totals: Totals;
  kpis: Kpi[];
  rfm?: Rfm;
  actions: ActionGroup[];
  segments: Segments;
  concentration: Concentration;
  /** Absent for a customer table. */
  models?: Models;
  /** Absent where models are switched off. */
  warnings?: Warnings;
  tiers: Tiers;
  advice: Advice[];
  /** What to hear first, for the goal. */
  findings: Finding[];
  notes: Note[];
  settings: Settings;
}
/** Customers with one value of a column. */
export interface Only { column: string; measure?: Measure; value: string }
/** A column with its values of the most customers. */
export interface Split { column: string; measure: Measure; values: { value: string; customers: number }[] }
export interface CustomerPart { only: Only; customers: number; of: number }
export interface Input {
  files: InputFile[];
  encoding: string;
  delimiter: string;
  header: boolean;
  shape: Shape;
  mapping: Mapping;
  date_order?: DateOrder;
  date_order_ambiguous: boolean;
  decimal_mark?: DecimalMark;
  rows_read: number;
  rows_used: number;
  rows_after_as_of: number;
  rows_set_aside: SetAside[];
  /** The currency that is summed up, where the file names one. */
  currency?: string;
  currencies?: { currency: string; rows: number }[];
  /** Rows that repeat another and were used. */
  duplicates: number;
  /** Customers whose names differ only in writing. */
  alike?: { customers: number; examples: [string, string][]; merged: boolean };
  /** Files joined on the customer. */
  joined?: JoinedFile[];
  /** What else the file says of its customers. */
  attributes: AttributeSummary[];
}
export interface JoinedFile {
  file: InputFile;
  /** Its column that names the customer; absent where none names a single one. */
  key?: string;
  rows: number;
  rows_without_key: number;
  rows_unmatched: number;
  customers_matched: number;
  customers_unmatched: number;
  columns: string[];
}
export type Measure = 'as_is' | 'latest' | 'main' | 'distinct' | 'share' | 'sum' | 'mean';
export type CellKind = 'words' | 'numbers' | 'days';
export interface AttributeSummary {
  column: string;
  role?: Role;
  /** How the cells of a customer's rows became one. */
  measure: Measure;
  kind: CellKind;
  known: number;
  words: number;
  unread: number;
}
export interface InputFile {
  name: string;
  bytes: number;
  /** Of a workbook, the sheet that was read. */
  sheet?: string | undefined;
}
export interface SetAside { reason: Reason; rows: number }
export interface Totals {
  customers: number;
  buyers: number;
  orders: number;
  gross: Total;
  refunds: Total;
  net: Total;
}
export interface Kpi {
  /** 95 % interval, where it rests on the answers of some. */
  interval?: [number, number];
  id: KpiId;
  value?: number;
  n: number;
  formula: string;
  missing?: Missing;
  period?: { from: Day; to: Day };
  /** What a person wants it to reach. */
  target?: number;
  on_target?: boolean;
}
export interface Rfm {
  method: ScoreMethod;
  recency_edges: number[];
  frequency_edges: number[];
  monetary_edges: number[];
  merged: Merged[];
  grid: GridCell[];
  usual_gap?: number;
}
export interface Merged { axis: Axis; from: number; to: number }
export interface GridCell { r: number; f: number; customers: number; net: Total; share_net: number }
export interface ActionGroup {
  id: ActionId;
  segments: SegmentId[];
  /** The segment that brought most. */
  leading?: SegmentId;
  customers: number;
  share_customers: number;
  net: Total;
  share_net: number;
  median_recency_days?: number;
  median_orders?: number;
  values: GroupValues;
}
export interface Segments {
  rfm: RfmSegment[];
  eight_types: EightType[];
  eight_cuts?: EightCutsFound;
  abc: AbcClass[];
  /** The simpler view that the data carry. */
  gate?: Gate;
  templates: TemplateSettings[];
  nes: NesSegment[];
  lifecycle: LifecycleSegment[];
  clusters?: Clusters;
  without_orders: GroupSize;
}
/** What a group is worth beside what it brought; never added up. */
export interface GroupValues { /** What was left after the cost of the goods. */ margin?: Total; model?: { expected: number; low: number; high: number }; potential: Total }
export interface GroupSize { customers: number; net: Total }
export interface RfmSegment {
  id: SegmentId;
  customers: number;
  share_customers: number;
  net: Total;
  share_net: number;
  moved_in: number;
  median_recency_days?: number;
  median_orders?: number;
  median_net?: number;
  values: GroupValues;
}
/** What divides high from low in the eight types. */
export interface EightCutsFound { recency: number; frequency: number; monetary: number; skewed: Axis[]; high: [number, number, number] }
export type Abc = 'a' | 'b' | 'c';
export interface AbcClass { id: Abc; customers: number; share_customers: number; net: Total; share_net: number; from?: Total }
export type RuleView = 'segments' | 'lifecycle' | 'eight_types' | 'nes' | 'abc';
export type GateReason = 'no_dates' | 'no_order_counts' | 'few_customers' | 'few_days' | 'no_repeat';
export interface Gate { view: RuleView; why: GateReason; value?: number }
export interface TemplateSettings { id: Template; view: RuleView; weights: Weights; tiers: TierCuts; segments: SegmentRules }
export interface EightType { r_high: boolean; f_high: boolean; m_high: boolean; customers: number; net: Total }
export interface NesSegment { id: Nes; customers: number; net: Total }
/** `tiers` are those in the high, medium and low value tier. */
export interface LifecycleSegment { id: Stage; customers: number; net: Total; tiers: [GroupSize, GroupSize, GroupSize] }
export interface Clusters {
  k: number;
  chosen_by_person: boolean;
  silhouette: number;
  silhouette_n: number;
  tried: ClusterCount[];
  inertia: number;
  stability: number;
  members: ClusterGroup[];
}
export interface ClusterCount { k: number; silhouette: number; inertia: number }
export interface ClusterGroup {
  id: number;
  customers: number;
  share_customers: number;
  net: Total;
  share_net: number;
  recency_days: number;
  orders: number;
  monetary: number;
  z: [number, number, number];
}
export interface Concentration {
  curve: number[];
  half: number;
  top_20_share: number;
  top_1_customer_share: number;
  gini: number;
  /** How many buyers spent how much, from the least to the most. */
  spend: SpendBin[];
}
export interface SpendBin { from?: Total; to?: Total; customers: number; net: Total }
export interface Tiers { /** What `from` counts. */ by: CutBy; /** The parts of the value index that are known. */ parts: (keyof Weights)[]; value: ValueTierGroup[]; potential: PotentialTierGroup[]; sensitivity: Sensitivity[]; consistency_ratio?: number }
export interface Sensitivity { part: keyof Weights; points: number; up: number; down: number }
export interface ValueTierGroup {
  id: ValueTier;
  customers: number;
  share_customers: number;
  net: Total;
  share_net: number;
  from: number;
  kept: number;
  on_the_line: number;
  net_range?: [Total, Total];
  median_net?: number;
  values: GroupValues;
}
export interface PotentialTierGroup {
  id: PotentialTier;
  customers: number;
  share_customers: number;
  net: Total;
  share_net: number;
  potential: Total;
  from?: number;
  values: GroupValues;
}
export interface Advice {
  segment: SegmentId;
  action: ActionId;
  channel: Channel[];
  offer: Offer[];
  kpi: Watch;
  customers: number;
  money: Total;
}
export interface Note { code: NoteCode; value?: number }

/** A model of who buys again, and when. */
export type ModelId = 'bg_nbd' | 'mbg_nbd' | 'pareto_nbd' | 'bg_bb';
/** What a prediction is put against: another model, or a simple rule. */
export type RuleId = ModelId | 'same_rate' | 'recency_frequency_table';
export type FindingCode =
  | 'no-purchases' | 'few-customers' | 'short-history' | 'no-repeats' | 'few-repeaters' | 'regularised' | 'no-fit'
  | 'no-back-test' | 'beaten-by-baseline' | 'total-far-off' | 'no-spend' | 'left-censored' | 'closed-cohort' | 'quiet-end'
  | 'no-full-year' | 'horizon-beyond-history' | 'spend-depends-on-frequency' | 'spend-is-mean' | 'spend-regularised'
  | 'periodic' | 'zero-amounts';
/** Why a forecast is not trusted (`gate`), or what to know when reading it (`note`). */
export interface ModelReason { code: FindingCode; weight: 'gate' | 'note'; value: number; limit: number }
/** What value models expect of today's customers, and how good they were on the last part of the file. */
export interface Models {
  bg_nbd?: BetaGeometricFit;
  mbg_nbd?: BetaGeometricFit;
  pareto_nbd?: ParetoFit;
  bg_bb?: BetaBinomialFit;
  gamma_gamma?: GammaGammaFit;
  spend?: 'gamma-gamma' | 'mean';
  chosen?: ModelId;
  chosen_by?: 'held-out-likelihood' | 'likelihood';
  back_test?: BackTest;
  trusted: boolean;
  why: ModelReason[];
  outlook: Months[];
  value?: Band;
  months: number;
  discount_per_year: number;
  margin?: number;
  p_buy_days: number;
}
export interface Quality {
  status: 'maximum-likelihood' | 'regularised';
  edge?: string;
  customers: number;
  evaluations: number;
  standard_errors: number[];
  correlations: number[][];
}
export interface BetaGeometricFit {
  r: number; alpha: number; a: number; b: number;
  log_likelihood: number; unit: string; mean_dropout: number; quality: Quality;
}
export interface ParetoFit {
  r: number; alpha: number; s: number; beta: number;
  log_likelihood: number; unit: string; quality: Quality;
}
export interface BetaBinomialFit {
  alpha: number; beta: number; gamma: number; delta: number;
  log_likelihood: number; period: number; quality: Quality;
}
export interface GammaGammaFit {
  p: number; q: number; v: number;
  log_likelihood: number; population_mean: number; quality: Quality;
}
/** A total with its band of 95 percent. */
export interface Band {
  expected: number;
  low: number;
  high: number;
  parameter_deviation?: number;
  chance_deviation: number;
  model_deviation?: number;
}
export interface Months { months: number; orders: Band; revenue?: Band }
export interface BackTest {
  split: Day;
  days: number;
  customers: number;
  new_customers: number;
  actual_orders: number;
  actual_revenue: number;
  model: ModelId;
  candidates: Candidate[];
  orders: Score;
  revenue?: Score;
  rivals: Rival[];
  beats_baselines: boolean;
  error_ratio: number;
  p_buy: Calibration;
  p_alive: Calibration;
  silence_auc?: number;
  by_frequency: Bucket[];
  by_decile: Bucket[];
  weeks: Week[];
}
export interface Candidate { model: ModelId; held_out_log_likelihood: number; behind: number; behind_error: number }
export interface Score {
  predicted: number;
  total_error: number;
  mean_absolute_error: number;
  root_mean_squared_error: number;
  auc?: number;
  lift_top_fifth?: number;
}
export interface Rival { rule: RuleId; orders: Score }
export interface Bucket { from: number; customers: number; predicted: number; actual: number; same_rate: number }
export interface Calibration { brier: number; brier_of_share: number; auc?: number; bins: Bin[] }
export interface Bin { from: number; customers: number; predicted: number; actual: number }
export interface Week { until: Day; predicted: number; actual: number }

export interface CustomerPage { total: number; rows: CustomerRow[] }
export interface CustomerRow {
  /** By it the card is asked for. */
  number: number;
  customer: string;
  first_order?: Day;
  last_order?: Day;
  orders: number;
  gross: Total;
  refunds: Total;
  net: Total;
  recency_days?: number;
  usual_gap?: number;
  overdue?: number;
  r?: number;
  f?: number;
  m?: number;
  rfm_segment?: SegmentId;
  moved_from?: SegmentId;
  action?: ActionId;
  lifecycle?: Stage;
  nes?: Nes;
  cluster?: number;
  value_tier?: ValueTier;
  potential_tier?: PotentialTier;
  p_alive?: number;
  p_buy_90d?: number;
  expected_orders_12m?: number;
  expected_value_12m?: number;
  potential_value?: Total;
  value_index?: number;
  /** Risk of no purchase in the days the warning looks ahead, 0 to 100. */
  risk?: number;
  risk_band?: RiskBand;
  risk_cause?: CauseId;
  value_at_risk?: Total;
  evidence: readonly { cause: CauseId; seen: Seen }[];
}

export type RiskBand = 'red' | 'amber' | 'green';
export type RiskSource = 'model' | 'table' | 'label';
export type ValueBasis = 'expected' | 'yearly' | 'so_far';
export type WarningReason =
  | 'no_dates' | 'no_repeat' | 'history_too_short' | 'too_few_left' | 'not_tested' | 'no_better_than_recency'
  | 'nearly_all_red';
export type CauseId =
  | 'overdue' | 'slowing' | 'basket' | 'category' | 'balance' | 'service' | 'product' | 'price' | 'one_and_done' | 'unreachable'
  | 'seasonal';
export type Seen = 'seen' | 'not_seen' | 'no_data';
export type Owner = 'marketing' | 'account_manager' | 'service' | 'product';
export type ResponseKpi =
  | 'reorder_in_one_gap' | 'gap_back_to_median' | 'average_order_value' | 'category_return' | 'balance_return' | 'satisfaction_and_repeat'
  | 'refunds_and_repeat' | 'margin_per_customer' | 'second_order' | 'reachable_share' | 'return_in_season';
export type Refusal = 'names_the_answer' | 'gives_the_answer' | 'too_many_words' | 'constant';
export interface CauseResponse { owner: Owner; channel: Channel[]; offer: Offer; kpi: ResponseKpi; no_discount: boolean }
export interface CauseGroup {
  id: CauseId;
  customers: number;
  not_seen: number;
  no_data: number;
  main: number;
  value_at_risk: Total;
  response: CauseResponse;
}
export interface HitRate {
  day: Day;
  days: number;
  customers: number;
  left: number;
  red: number;
  red_left: number;
  precision?: number;
  recall?: number;
  lift?: number;
  lift_top_fifth?: number;
  auc?: number;
  recency_auc?: number;
  better: boolean;
  brier: number;
  brier_of_share: number;
  bins: Bin[];
  season_factor?: number;
}
export interface Driver {
  column: string;
  effect: number;
  auc: number;
  word?: string;
  cut?: number;
  above: boolean;
  customers: number;
  share: number;
  share_others: number;
}
export interface LabelModel {
  column: string;
  word: string;
  customers: number;
  left: number;
  learned: number;
  folds: number;
  seed: number;
  width: number;
  auc?: number;
  lift_top_fifth?: number;
  precision?: number;
  recall?: number;
  brier: number;
  bins: Bin[];
  drivers: Driver[];
  refused: { column: string; reason: Refusal }[];
}
export interface Season { known: boolean; customers: number; factor?: number; base?: number }
export interface BandGroup { id: RiskBand; from: number; customers: number; value_at_risk: Total }
/** Who may not come back, why, and what it puts at stake. */
export interface Warnings {
  days?: number;
  source?: RiskSource;
  red_from: number;
  amber_from: number;
  scored: number;
  red: number;
  amber: number;
  green: number;
  value_at_risk: Total;
  value_basis: ValueBasis;
  bands: BandGroup[];
  hit_rate?: HitRate;
  causes: CauseGroup[];
  season: Season;
  label?: LabelModel;
  why: WarningReason[];
}
export interface SetAsidePage { total: number; rows: SetAsideRow[] }
export interface SetAsideRow { file?: number; line: number; reason: Reason; cells: string[] }

export type CustomerSort =
  | 'customer' | 'first_order' | 'last_order' | 'orders' | 'net' | 'recency_days' | 'value_index'
  | 'potential_value' | 'overdue' | 'expected_value_12m' | 'risk' | 'value_at_risk' | 'margin';
export interface CustomerQuery {
  search?: string | undefined;
  segment?: SegmentId | undefined;
  action?: ActionId | undefined;
  stage?: Stage | undefined;
  value_tier?: ValueTier | undefined;
  potential_tier?: PotentialTier | undefined;
  /** Reaches the keep-threshold of this tier without being in it. */
  on_the_line?: ValueTier | undefined;
  /** Would be in this tier after one more order. */
  one_order?: ValueTier | undefined;
  abc?: Abc | undefined;
  cluster?: number | undefined;
  risk_band?: RiskBand | undefined;
  /** A segment of one's own. */
  own?: OwnSegment | undefined;
  /** Red or amber, and this pattern is seen. */
  cause?: CauseId | undefined;
  first_from?: Day | undefined;
  first_to?: Day | undefined;
  /** Ordered once. */
  once?: boolean;
  /** Among those who bring most. */
  key_account?: boolean;
  /** Cost more than they bring. */
  at_a_loss?: boolean;
  /** What was noted, for a file that leaves. */
  notes?: { customer: string; text: string }[];
  r?: number | undefined;
  f?: number | undefined;
  /** What is next for them. */
  next?: string | undefined;
  bought?: string | undefined;
  not_bought?: string | undefined;
  sort?: CustomerSort | undefined;
  descending?: boolean | undefined;
  /** Key of the pseudonyms to give instead of names. */
  mask?: string | undefined;
  offset: number;
  limit: number;
}
/** Which customer to explain. */
export interface CardQuery { number?: number | undefined; customer?: string | undefined; mask?: string | undefined }
/** One customer explained. */
export interface CustomerCard {
  row: CustomerRow;
  as_of?: Day;
  /** Oldest first; of many the last 200. */
  orders: CardOrder[];
  orders_total: number;
  next_order?: Day;
  /** Days from one order to the next. */
  gap?: number;
  /** Whether that is the customer's own, and not that of all repeat customers. */
  own_gap: boolean;
  scores: CardScore[];
  parts: CardPart[];
  /** Lowest value index of the high and of the medium tier. */
  tier_cuts: readonly [number | null, number | null];
  attributes: CardAttribute[];
  /** What a file has in its column of notes. */
  note?: string;
  response?: CauseResponse;
  outlook?: Outlook;
}
export interface CardOrder { day: Day; net: Total; counts: boolean }
/** A score, and the cuts that its value fell between. */
export interface CardScore { axis: Axis; score: number; value: number; above?: number; up_to?: number }
export interface CardPart { part: keyof Weights; rank: number; weight: number; points: number }
export interface CardAttribute { column: string; role?: Role; measure: Measure; kind: CellKind; value: string }
/** What would change where a customer stands. */
export interface Outlook {
  usual_order: Total;
  days: number;
  steps: { orders: number; days: number; day?: Day; standing: OutlookPlace }[];
  tried: number;
  next_tier?: ValueTier;
  orders_to_tier?: number;
  money_to_tier?: Total;
  waiting?: { days: number; day?: Day; standing: OutlookPlace };
}
export interface OutlookPlace { segment?: SegmentId; tier: ValueTier; value_index: number }
/** Clear groups; no more than a little above data without groups; nothing above it; too few to group; nothing to group by. */
export type Structure = 'clear' | 'weak' | 'absent' | 'too_few' | 'no_features';
export type FeatureId =
  | 'recency' | 'frequency' | 'monetary' | 'tenure' | 'since' | 'gap' | 'regularity' | 'basket' | 'margin' | 'attribute';
export type FeatureUnit = 'days' | 'count' | 'money' | 'share' | 'number' | 'date' | 'words';
export type FeatureRefusal = 'constant' | 'mostly_missing' | 'too_many_words' | 'personal' | 'label';
/** The clusters of a file, computed on demand. */
export interface Clustering {
  version: number;
  /** Customers that were grouped: without the one-time buyers where these are a group of their own. */
  customers: number;
  one_time: boolean;
  structure: Structure;
  k: number;
  chosen_by_person: boolean;
  features_by_person: boolean;
  silhouette: number;
  silhouette_n: number;
  /** The highest silhouette of as many groups in data without groups. */
  reference: number;
  tried: TriedCount[];
  /** Customers that the centres are fitted on. */
  fitted_n: number;
  features: FeatureState[];
  /** Highest mean net money first; then the one-time buyers. */
  members: Cluster[];
  described_n: number;
  map: ClusterMap;
  tree?: TreeScore;
}
export interface TriedCount { k: number; silhouette: number; reference: number; jaccard: number; jaccard_least: number; agreement: number }
export interface FeatureState {
  /** Its name in the settings. */
  key: string;
  id: FeatureId;
  unit: FeatureUnit;
  column?: string;
  role?: Role;
  measure?: Measure;
  used: boolean;
  refusal?: FeatureRefusal;
  log: boolean;
  skew: number;
  skew_after?: number;
  missing: number;
  /** What a missing number was taken as. */
  filled?: number;
  capped: number;
  words: number;
  /** 5th, 50th and 95th percentile. */
  quantiles?: [number, number, number];
}
export interface Cluster {
  id: number;
  one_time: boolean;
  customers: number;
  share_customers: number;
  net: Total;
  share_net: number;
  jaccard?: number;
  /** Empty for a cluster in the middle of everything. */
  name: Trait[];
  traits: Trait[];
  /** Features that the clusters are not made of. */
  beside: Trait[];
  profile: ProfilePoint[];
  rule?: Rule;
}
/** What distinguishes a cluster from the others: a number, or a word and its share. */
export interface Trait {
  /** Place in the list of features. */
  feature: number;
  high: boolean;
  effect: number;
  value?: number;
  others?: number;
  /** Empty where none is given. */
  word?: string;
  share?: number;
  share_others?: number;
}
export interface ProfilePoint { feature: number; median?: number; word?: string; position: number }
export interface Rule { conditions: Condition[]; customers: number; precision: number; recall: number }
export interface Condition { feature: number; over?: number; up_to?: number; is?: string; is_not?: string[] }
export interface TreeScore { accuracy: number; largest: number; grown_n: number }
/** Customers on the two longest axes, one entry each at the same place. */
export interface ClusterMap {
  explained: number;
  /** For each axis the features that it is made of most: place in the list, and part from -1 to 1. */
  made_of: [number, number][][];
  x: number[];
  y: number[];
  cluster: number[];
}

/** A file beside the first one: more orders to read on, more about the same customers, or the orders themselves. */
export type Part = 'append' | 'join' | 'lead';
export interface OtherFile { part: Part; preview: Preview }
export type Step = 'month' | 'quarter' | 'year';
export type MoveView = 'tiers' | 'actions' | 'segments';
/** Which days to compare; what is absent is found by the engine. */
export interface MovementQuery { from?: Day | undefined; to?: Day | undefined; step?: Step | undefined }
export interface MoverQuery {
  direction?: 'up' | 'down' | undefined;
  by?: MoveView | undefined;
  /** A group on the earlier day; `none` without an order yet. */
  from?: string | undefined;
  /** A group on the later day; `none` where all orders were refunded. */
  to?: string | undefined;
  offset: number;
  limit: number;
}
/** Who moved where between two days: see `src/movement/document.rs`. */
/** Groups of buyers side by side: see `src/compare/document.rs`. */
export type SplitBy = 'segments' | 'tiers' | 'stages' | 'column';
export interface CompareQuery { split: SplitBy; column: number }
export interface Comparison {
  version: number;
  split: SplitBy;
  column?: number;
  columns: { column: number; name: string; measure: Measure; values: number }[];
  few: number;
  months: number;
  by_day: boolean;
  groups: ComparedGroup[];
}
export interface Surveyed { value: number; n: number; interval: [number, number] }
export interface ComparedGroup {
  kind: 'named' | 'value' | 'others' | 'blank';
  segment?: SegmentId;
  tier?: ValueTier;
  stage?: Stage;
  value?: string;
  customers: number;
  share_customers: number;
  net: Total;
  share_net?: number;
  orders?: number;
  orders_each?: number;
  order_value?: number;
  basket?: number;
  gap_customers: number;
  gap?: number;
  gap_p80?: number;
  refunds?: number;
  discounts?: number;
  /** Share of satisfied answers, 0 to 1. */
  csat?: Surveyed;
  /** Net promoter score, −100 to 100. */
  nps?: Surveyed;
  categories: { name: string; customers: number; share: number }[];
  expected?: number;
  top_fifth?: number;
  weekdays: number[];
  months: number[];
}
/** The customers who bring most, one by one, and those who cost more than they bring. */
export interface AccountsQuery { mask?: string | undefined }
/** Who brought whom. */
export interface Referrals { referred: number; net: Total; share?: number; unknown: number; referrers: number; list: Referrer[] }
export interface Referrer { number: number; customer: string; net: Total; referred: number; descendants: number; depth: number; net_descendants: Total }
export interface Accounts {
  version: number;
  most: number;
  buyers: number;
  net: Total;
  share?: number;
  largest?: number;
  largest_three?: number;
  gaps: number;
  by?: ItemKind;
  before?: { from: Day; to: Day };
  after?: { from: Day; to: Day };
  accounts: Account[];
  losses?: { customers: number; of: number; net: Total; margin: Total; margin_all: Total };
  /** Absent where no column says so. */
  referrals?: Referrals;
}
export interface Account {
  number: number;
  customer: string;
  net: Total;
  share?: number;
  first_order?: Day;
  tenure_days?: number;
  gaps: number;
  median_gap?: number;
  /** Standard deviation of the gaps by their mean. */
  variation?: number;
  breadth?: number;
  before?: Total;
  after?: Total;
  trend?: number;
  segment?: SegmentId;
  stage?: Stage;
  value_tier?: ValueTier;
  risk_band?: RiskBand;
}
/** The tiers as the levels of a programme. */
export interface Levels {
  by: CutBy;
  keep: number;
  since?: Day;
  points: number;
  period?: { from: Day; to: Day };
  points_cost: Total;
  levels: Level[];
  hours_set: boolean;
  tenure: TenureGrade[];
}
export interface Level {
  id: ValueTier;
  customers: number;
  share_customers: number;
  net: Total;
  share_net: number;
  from?: number;
  keep_from?: number;
  kept: number;
  on_the_line: number;
  one_order?: number;
  one_order_money?: Total;
  spent: Total;
  points_cost: Total;
  share_hours: number;
  hours?: number;
  hours_by_value?: number;
}
export interface TenureGrade { from: number; to?: number; customers: number; net: Total; tiers: [number, number, number] }
export interface Movement {
  version: number;
  from: Day;
  to: Day;
  first_day: Day;
  both: number;
  new: number;
  gone: number;
  not_yet: number;
  segments?: Migration;
  actions?: Migration;
  tiers: Migration;
  risers: { customers: number; net: Total };
  fallers: { customers: number; net: Total };
  high: HighRetention;
  mix: TierMix[];
  cohorts: CohortTable;
  change?: ValueChange;
  indicators: Indicator[];
  shifts: Shift[];
  /** The day before both periods, by which the segments of the shifts are. */
  shifts_by?: Day;
}
/** What changed in a group; of everybody the categories only. */
export interface Shift {
  group: 'all' | 'segment' | 'not_yet';
  segment?: SegmentId;
  customers: number;
  indicators: Indicator[];
  categories: CategoryShift[];
}
export interface CategoryShift { name: string; before: number; after: number; interval?: [number, number]; clear: boolean }
export type IndicatorId =
  | 'revenue' | 'active_customers' | 'new_share' | 'net_per_customer' | 'orders_per_customer' | 'basket'
  | 'repeat_rate' | 'second_order30' | 'second_order90' | 'churn_rate' | 'refund_rate'
  | 'gap' | 'discount_share';
export interface Indicator {
  id: IndicatorId;
  before?: number;
  after?: number;
  n_before: number;
  n_after: number;
  difference?: number;
  /** 95 %, of the difference. */
  interval?: [number, number];
  relative?: number;
  relative_interval?: [number, number];
  clear: boolean;
}
export interface Migration { groups: string[]; cells: MigrationCell[] }
export interface MigrationCell {
  /** Place among the groups; absent without an order. */
  from?: number;
  to?: number;
  customers: number;
  share: number;
  net: Total;
  net_between: Total;
}
export interface HighRetention {
  customers: number;
  bought: number;
  bought_share?: number;
  still_high: number;
  still_high_share?: number;
  net_before?: Total;
  net_between: Total;
}
export interface TierMix { day: Day; tiers: { id: ValueTier; customers: number; share: number; net: Total }[] }
export interface CohortTable { step: Step; complete: boolean; cohorts: Cohort[]; average: number[]; older: number }
export interface Cohort {
  start: Day;
  customers: number;
  active: number[];
  retention: number[];
  net: Total[];
  value: number[];
}
export interface ValueChange {
  before: PeriodFacts;
  after: PeriodFacts;
  customers: Total;
  orders: Total;
  basket: Total;
  refunds: Total;
  net: Total;
  kept: number;
}
export interface PeriodFacts {
  first: Day;
  last: Day;
  customers: number;
  orders: number;
  gross: Total;
  refunds: Total;
  net: Total;
  orders_each?: number;
  basket?: number;
}
export type MoveReason =
  | 'first_order' | 'refund' | 'ordered_again' | 'larger_basket' | 'smaller_basket' | 'no_order' | 'longer_customer';
export interface MoverPage { total: number; rows: Mover[] }
export interface Mover {
  customer: string;
  segment_before?: SegmentId;
  segment_after?: SegmentId;
  tier_before?: ValueTier;
  tier_after?: ValueTier;
  index_before?: number;
  index_after?: number;
  orders: number;
  net: Total;
  refunds: Total;
  recency_days?: number;
  basket_ratio?: number;
  reason: MoveReason;
}

export interface PushState { rows_read: number; rows_set_aside: number; customers: number }
export type Finish = { kind: 'reread' } | { kind: 'report'; report: Report };

export type QuestionCode =
  | 'date-order-ambiguous' | 'decimal-mark-ambiguous' | 'which-customer' | 'which-date' | 'which-amount'
  | 'several-currencies' | 'far-dates' | 'encoding-unsure' | 'sum-of-columns';
export interface Question { code: QuestionCode; column?: string; samples: string[]; choices: string[] }
export type ColumnKind = 'empty' | 'date' | 'integer' | 'number' | 'yes_no' | 'text';
export type DateFormat =
  | 'year_month_day' | 'day_month_year' | 'month_day_year' | 'roc_year_month_day' | 'excel_serial'
  | 'excel_serial1904' | 'unix_seconds' | 'unix_milliseconds';
export interface PreviewColumn {
  name: string;
  kind: ColumnKind;
  filled_share: number;
  distinct: number;
  samples: string[];
  /** How it reads as dates. */
  date?: { format: DateFormat; share_read: number; ambiguous: boolean; decided: boolean };
  /** How it reads as amounts. */
  amount?: { format: { decimal: DecimalMark }; share_read: number; ambiguous: boolean; decided: boolean };
}
export type RoleReasonCode =
  | 'header-known' | 'header-contains' | 'values-are-dates' | 'values-are-numbers' | 'values-are-whole'
  | 'values-are-states' | 'values-are-emails' | 'values-are-phones' | 'values-repeat' | 'unique-per-row' | 'row-number'
  | 'few-distinct' | 'constant' | 'negative-seen' | 'partly-empty' | 'values-do-not-fit';
export interface RoleReason { code: RoleReasonCode; share?: number }
export interface RoleGuess {
  role: Role;
  column?: string;
  name_score: number;
  value_score: number;
  reasons: RoleReason[];
  alternatives: string[];
}
/** What the first part of a file looks like. */
export interface Preview {
  encoding: string;
  encoding_sure: boolean;
  damaged: boolean;
  delimiter: string;
  header: boolean;
  skip: number;
  shape: Shape;
  columns: PreviewColumn[];
  roles: RoleGuess[];
  mapping: Mapping;
  /** Roles that several columns play together. */
  sums?: Partial<Record<Role, string[]>>;
  rows: string[][];
  questions: Question[];
  sure: boolean;
  missing: Role[];
}

/** What baskets are made of. */
export type ItemKind = 'category' | 'product';
export interface BoughtItem { name: string; customers: number; share: number }
/** Who has bought `from` buys `to`. */
export interface ItemRule {
  from: string;
  to: string;
  /** Customers who have bought both. */
  n: number;
  from_customers: number;
  to_customers: number;
  support: number;
  confidence: number;
  interval: [number, number];
  lift: number;
  later: number;
  /** Customers who have bought `from` and not `to`. */
  open: number;
}
export interface NextItem { item: string; customers: number }
export interface SegmentNext { id: SegmentId; customers: number; next?: NextItem; rule?: ItemRule }
export interface JourneyStep { order: number; customers: number; share?: number; waiting: number; days?: [number, number, number] }
export interface JourneyFlow { order: number; from: number; to?: number; customers: number }
export interface JourneyStart { item: number; customers: number; came_back: number; share: number; interval: [number, number]; days?: number }
export interface Journey { steps: JourneyStep[]; items: string[]; flows: JourneyFlow[]; starts: JourneyStart[] }
/** What to offer next, to whom, and how orders follow each other. */
export interface CrossSell {
  version: number;
  as_of: Day;
  by?: ItemKind;
  choices: ItemKind[];
  customers: number;
  items: number;
  min_customers: number;
  top: BoughtItem[];
  items_left: number;
  pairs: number;
  rules_found: number;
  rules: ItemRule[];
  next: NextItem[];
  with_next: number;
  segments: SegmentNext[];
  journey: Journey;
}

/** For whom or what a list is. */
export type Preset = 'plain' | 'mailchimp' | 'klaviyo' | 'google_ads' | 'meta';
export type ListFormat = 'csv' | 'xlsx';
export interface ListRequest {
  query: CustomerQuery;
  preset: Preset;
  /** The record of the same list instead: both groups. */
  record?: boolean;
  format: ListFormat;
  hold_out: number;
  seed: number;
  calling_code?: string | undefined;
}
/** How a list came to be; what the page does not read is saved as it is. */
export interface About {
  list_id: string;
  customers: number;
  held_out: number;
  unreachable: number;
  rows: number;
  masked: boolean;
  hold_out: number;
  seed: number;
}
export interface List { about: About; bytes: Uint8Array }
export type OutcomeSource = 'list' | 'results' | 'orders';
export type LiftMissing = 'no_hold_out' | 'no_treated' | 'no_later_orders' | 'nobody_found';
export interface ListGroup {
  customers: number;
  responded: number;
  share: number;
  interval: [number, number];
  revenue?: Total;
  revenue_per_head?: number;
}
export interface ListDifference {
  difference: number;
  interval: [number, number];
  relative?: number;
  brought: number;
  brought_interval: [number, number];
  clear: boolean;
}
export interface Lift {
  list_id: string;
  missing?: LiftMissing;
  from?: Day;
  to?: Day;
  in_both: number;
  unknown: number;
  treated: ListGroup;
  hold_out: ListGroup;
  response?: ListDifference;
  revenue?: ListDifference;
  roi?: Roi;
}
/** Return on the cost of the contacts: attributed, and incremental with its interval. */
export interface Roi { cost: Total; attributed: number; incremental?: number; interval?: [number, number] }
/** What lists have brought, treated against held out. */
export interface Lifts { version: number; source: OutcomeSource; lists: Lift[] }
/** A budget and what a person assumes of it; nothing here is measured. */
export interface BudgetSettings {
  amount?: number | undefined;
  groups?: Partial<Record<ActionId, GroupAssumption>>;
  hours?: number | undefined;
  what_if?: Partial<Record<SegmentId, Change>>;
}
export interface GroupAssumption { cost?: number; response?: number; floor?: number; cap?: number }
export interface Change { frequency?: number; basket?: number; retention?: number }
export type BudgetMissing = 'no_risk' | 'no_amount' | 'no_assumptions' | 'floors_over_budget';
export interface Budget {
  version: number;
  value_basis: ValueBasis;
  /** The value is margin; else revenue. */
  margin: boolean;
  months: number;
  missing: BudgetMissing[];
  amount?: Total;
  spent: Total;
  kept: Total;
  at_stake: Total;
  /** No other whole contacts keep more after cost. */
  exact: boolean;
  groups: BudgetGroup[];
  service: ServiceCell[];
  hours?: number;
  what_if: WhatIf[];
  base: Total;
  next: Total;
}
export interface BudgetGroup {
  id: ActionId;
  customers: number;
  at_stake: Total;
  cost?: Total;
  /** Response at which contacting all of them pays its cost. */
  break_even?: number;
  contacts: number;
  spend: Total;
  reached: Total;
  kept: Total;
  contact_break_even?: number;
}
export interface ServiceCell {
  action: ActionId;
  tier: ValueTier;
  customers: number;
  value: Total;
  at_stake: Total;
  share: number;
  hours?: number;
  minutes?: number;
}
export interface WhatIf {
  segment: SegmentId;
  customers: number;
  value: Total;
  at_stake: Total;
  base: Total;
  next: Total;
  change: Change;
}

/** Which days, and how much of each list. */
export interface AgendaQuery { days: number; per_day: number; limit: number; follow_ups: number[]; cadence: [number, number, number]; mask?: string | undefined }
export type AgendaMissing = 'no_dates' | 'no_risk' | 'no_rhythm' | 'no_birthdays' | 'no_contacts' | 'no_channel' | 'no_discount';
export type Proposition = 'quality' | 'value_for_money' | 'fit';
export type Membership = 'referral' | 'next_level' | 'join' | 'next_order' | 'nothing';
/** What to do in the days after the as-of date. */
export interface Agenda {
  version: number;
  as_of?: Day;
  until?: Day;
  days: AgendaDay[];
  missing: AgendaMissing[];
  contacts: Lane;
  /** Left out, because the last contact is too near. */
  contacted: number;
  due: Lane;
  follow_ups: Lane;
  steps: FollowUp[];
  birthdays: Lane;
  anniversaries: Lane;
  plays: PlayGroup[];
  others: number;
  channels: ChannelFit[];
}
export interface AgendaDay { day: Day; works: boolean; contacts: number; due: number; follow_ups: number; birthdays: number; anniversaries: number }
export interface Lane { total: number; planned: number; at_stake: Total; rows: AgendaRow[] }
/** A day after the first order on which it is followed up. */
export interface FollowUp { after: number; once: boolean; first_from: Day; first_to: Day; customers: number; ordered_again: number }
export interface AgendaRow {
  number: number;
  customer: string;
  day: Day;
  segment?: SegmentId;
  tier: ValueTier;
  cause?: CauseId;
  channel: Channel;
  net: Total;
  at_stake?: Total;
  years?: number;
  /** Days since the first order. */
  after?: number;
  contacted?: Day;
}
export interface PlayGroup {
  segment: SegmentId;
  action: ActionId;
  stage?: Stage;
  tier: ValueTier;
  cause?: CauseId;
  customers: number;
  net: Total;
  at_stake: Total;
  play: Play;
}
export interface Play {
  owner: Owner;
  channel: Channel[];
  offer: Offer;
  no_discount: boolean;
  proposition: Proposition;
  membership: Membership;
  watch: Watch;
  /** The trade whose service for the tier it is. */
  service?: Template;
  kpi?: ResponseKpi;
}
export interface ChannelFit { name: string; customers: number; repeat: number; net_each: number; red?: number }

/** What a person wants to reach. */
export type Goal = 'protect_vips' | 'stop_churn' | 'grow_middle' | 'split_budget' | 'cross_sell';
export type FindingRule =
  | 'late' | 'core' | 'grow' | 'high_risk' | 'cause' | 'headroom' | 'one_customer' | 'refunds' | 'one_time' | 'welcome' | 'one_category'
  | 'no_categories';
export type FindingMoney = 'at_stake' | 'net' | 'headroom' | 'refunds';
export interface Finding {
  rule: FindingRule;
  for_goal: boolean;
  action: ActionId;
  segment?: SegmentId;
  cause?: CauseId;
  customers: number;
  buyers: number;
  /** Their share of net revenue; of refunds that of gross revenue. */
  share: number;
  /** Median days since the last order. */
  days?: number;
  /** Share of first orders that led to a second within 90 days. */
  second?: number;
  money?: Total;
  money_is?: FindingMoney;
  list?: Partial<CustomerQuery>;
}

/** Queries for a warehouse: see `src/sql/mod.rs`. */
export type Dialect = 'duckdb' | 'spark' | 'postgresql' | 'bigquery' | 'snowflake' | 'clickhouse';

export interface SqlQuery {
  dialect: Dialect;
  /** With its schema before it: `shop.orders`. */
  table: string;
}

/** What the scores of a query don't say. */
export type LeftOut = 'forecast' | 'value_index' | 'cluster' | 'risk' | 'kept';

export interface Sql {
  /** One row for each customer. Absent for a file that is a summary already. */
  summary?: string;
  reconciliation?: string;
  score?: string;
  left_out: LeftOut[];
}
