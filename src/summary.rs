//! Analysis to report: counts, sums, shares and medians of what was found. No rule is decided here.

mod spend;
mod values;

use crate::advice::playbook::PLAYBOOK;
use crate::advice::{findings, kpis};
use crate::analysis::Analysis;
use crate::customers::{Attribute, Customers, quantile};
use crate::ledger::Intake;
use crate::ledger::column::EMPTY;
use crate::order;
use crate::report::*;
use crate::segments::eight_types::EightTypes;
use crate::segments::{abc, lifecycle, named, nes, templates};
use crate::settings::{Mapping, Settings, Shape};
use crate::units::{Day, MICROS, Total};
use values::Values;

/// What the report says of the input.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The files.
    pub files: Vec<InputFile>,
    /// Encoding label.
    pub encoding: String,
    /// Character between cells.
    pub delimiter: String,
    /// Whether the first row names the columns.
    pub header: bool,
    /// What a row is.
    pub shape: Shape,
    /// Which column played which role.
    pub mapping: Mapping,
    /// Text in the file was damaged before it came here.
    pub damaged: bool,
    /// Rows with a date that lies far from all others.
    pub far_dates: u64,
    /// Files joined on the customer.
    pub joined: Vec<JoinedFile>,
    /// First and last day in the file.
    pub span: Option<(Day, Day)>,
}

/// The report of an analysis.
pub fn report(analysis: &Analysis, origin: &Origin, intake: &Intake) -> Report {
    let c = &analysis.customers;
    let totals = totals(analysis);
    let all: Vec<usize> = (0..analysis.buyers.len()).collect();
    let net_all: i128 = all.iter().map(|&p| analysis.net(p)).sum();
    let whole = Whole { customers: all.len() as f64, net: net_all as f64 };
    let concentration = concentration(analysis, net_all);
    let span = origin.span.map(|(first, last)| (first, c.as_of.unwrap_or(last)));
    let kpis = kpis::kpis(
        c,
        &analysis.buyers,
        &totals,
        concentration.top_20_share,
        span,
        &analysis.settings.targets,
    );
    let values = Values::new(analysis);
    let segments = segments(analysis, &whole, &values, &totals);
    let mut report = Report {
        version: VERSION,
        engine: env!("CARGO_PKG_VERSION").into(),
        as_of: c.as_of,
        first_day: origin.span.map(|(first, _)| first),
        last_day: origin.span.map(|(_, last)| last),
        input: input(origin, intake, c),
        splits: Vec::new(),
        part: None,
        kpis,
        rfm: rfm(analysis, &whole),
        actions: actions(analysis, &whole, &values, &segments.rfm),
        advice: advice(&segments.rfm),
        segments,
        concentration,
        models: analysis.models.clone(),
        warnings: analysis.warning.as_ref().map(|warning| warning.document.clone()),
        tiers: tiers(analysis, &whole, &values),
        notes: notes(analysis, origin, intake, &totals),
        totals,
        settings: Settings { mapping: origin.mapping.clone(), ..analysis.settings.clone() },
        findings: Vec::new(),
    };
    report.findings = findings::findings(&report, analysis);
    report
}

/// The customers by every rule.
fn segments(analysis: &Analysis, whole: &Whole, values: &Values<'_>, totals: &Totals) -> Segments {
    Segments { rfm: rfm_segments(analysis, whole, values), ..views(analysis, whole, totals) }
}

/// The same without the named segments.
fn views(analysis: &Analysis, whole: &Whole, totals: &Totals) -> Segments {
    Segments {
        eight_types: eight_types(analysis),
        eight_cuts: eight_cuts(analysis),
        abc: abc(analysis, whole),
        gate: analysis.gate.clone(),
        templates: templates::templates(share(totals.net.to_f64(), totals.orders as f64)),
        nes: nes::ALL
            .iter()
            .map(|&id| {
                let size = size(analysis, |p| analysis.nes[p] == Some(id));
                NesSegment { id, customers: size.customers, net: size.net }
            })
            .collect(),
        lifecycle: stages(analysis),
        clusters: clusters(analysis, whole),
        without_orders: without_orders(analysis),
        rfm: Vec::new(),
    }
}

/// The report of an analysis whose cuts moved since the report `before`: what they decide is counted anew, the rest is as it was.
pub fn again(analysis: &Analysis, before: &Report) -> Report {
    let mut report = before.clone();
    let net = (0..analysis.buyers.len()).map(|p| analysis.net(p)).sum::<i128>() as f64;
    let whole = Whole { customers: analysis.buyers.len() as f64, net };
    let values = Values::new(analysis);
    report.tiers = tiers(analysis, &whole, &values);
    let (was, is) = (&before.settings.segments, &analysis.settings.segments);
    if (was.scores, was.cycle_days, was.stages) == (is.scores, is.cycle_days, is.stages) {
        // Named segments, and the potential value that hangs on the stages, are as they were.
        let rfm = std::mem::take(&mut report.segments.rfm);
        report.segments = Segments { rfm, ..views(analysis, &whole, &report.totals) };
    } else {
        report.rfm = rfm(analysis, &whole);
        report.segments = segments(analysis, &whole, &values, &report.totals);
        report.actions = actions(analysis, &whole, &values, &report.segments.rfm);
        report.advice = advice(&report.segments.rfm);
    }
    report.settings = Settings { mapping: report.settings.mapping, ..analysis.settings.clone() };
    report.findings = findings::findings(&report, analysis);
    report
}

/// What shares are shares of.
struct Whole {
    customers: f64,
    net: f64,
}

/// Number, money and shares of some buyers.
struct Group {
    customers: u64,
    share_customers: f64,
    net: Total,
    share_net: f64,
}

impl Whole {
    fn group(&self, analysis: &Analysis, members: &[usize]) -> Group {
        let net: i128 = members.iter().map(|&p| analysis.net(p)).sum();
        Group {
            customers: members.len() as u64,
            share_customers: share(members.len() as f64, self.customers),
            net: Total(net),
            share_net: share(net as f64, self.net),
        }
    }
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// Buyers that fit, by place.
fn members(analysis: &Analysis, fits: impl Fn(usize) -> bool) -> Vec<usize> {
    (0..analysis.buyers.len()).filter(|&p| fits(p)).collect()
}

fn size(analysis: &Analysis, fits: impl Fn(usize) -> bool) -> GroupSize {
    let members = members(analysis, fits);
    let net = members.iter().map(|&p| analysis.net(p)).sum();
    GroupSize { customers: members.len() as u64, net: Total(net) }
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    order::floats(&mut values);
    (!values.is_empty()).then(|| quantile(&values, 0.5))
}

fn median_recency(analysis: &Analysis, members: &[usize]) -> Option<f64> {
    let recency = |&p: &usize| analysis.customers.recency[analysis.buyers[p] as usize].map(f64::from);
    median(members.iter().filter_map(recency).collect())
}

fn median_orders(analysis: &Analysis, members: &[usize]) -> Option<f64> {
    median(
        members.iter().map(|&p| f64::from(analysis.customers.orders[analysis.buyers[p] as usize])).collect(),
    )
}

fn median_net(analysis: &Analysis, members: &[usize]) -> Option<f64> {
    median(members.iter().map(|&p| analysis.net(p) as f64 / MICROS as f64).collect())
}

fn totals(analysis: &Analysis) -> Totals {
    let c = &analysis.customers;
    let gross: i128 = c.gross.iter().map(|t| t.0).sum();
    let refunds: i128 = c.refunds.iter().map(|t| t.0).sum();
    Totals {
        customers: c.present.iter().filter(|&&p| p).count() as u64,
        buyers: analysis.buyers.len() as u64,
        orders: c.orders.iter().map(|&n| u64::from(n)).sum(),
        gross: Total(gross),
        refunds: Total(refunds),
        net: Total(gross - refunds),
    }
}

fn input(origin: &Origin, intake: &Intake, customers: &Customers) -> Input {
    let rows_after = customers.rows_after;
    let mut rows_set_aside = intake.set_aside.summary();
    if rows_after > 0 {
        rows_set_aside.push(SetAside { reason: Reason::AfterAsOf, rows: rows_after });
        order::by(&mut rows_set_aside, |a, b| b.rows.cmp(&a.rows).then(a.reason.cmp(&b.reason)));
    }
    Input {
        files: origin.files.clone(),
        encoding: origin.encoding.clone(),
        delimiter: origin.delimiter.clone(),
        header: origin.header,
        shape: origin.shape,
        mapping: origin.mapping.clone(),
        date_order: intake.date_order,
        date_order_ambiguous: intake.date_order_ambiguous,
        decimal_mark: intake.decimal_mark,
        rows_read: intake.rows_read,
        rows_used: intake.rows_used - rows_after,
        rows_after_as_of: rows_after,
        rows_set_aside,
        currency: intake.currency.clone(),
        currencies: intake.currencies.clone(),
        duplicates: intake.duplicates,
        alike: intake.alike.clone(),
        joined: origin.joined.clone(),
        attributes: customers.attributes.iter().map(attribute).collect(),
    }
}

fn attribute(attribute: &Attribute) -> AttributeSummary {
    let column = &attribute.column;
    AttributeSummary {
        column: column.name.clone(),
        role: column.role,
        measure: attribute.measure,
        kind: column.kind,
        known: column.cells.iter().filter(|&&cell| cell != EMPTY).count() as u64,
        words: column.words.len() as u64,
        unread: column.unread,
    }
}

fn rfm(analysis: &Analysis, whole: &Whole) -> Option<Rfm> {
    let scores = analysis.scores.as_ref()?;
    let levels: &[u8] = if scores.method == ScoreMethod::Tertiles { &[1, 3, 5] } else { &[1, 2, 3, 4, 5] };
    let mut grid = Vec::new();
    for &r in levels {
        for &f in levels {
            let members = members(analysis, |p| scores.rfm[p][0] == r && scores.rfm[p][1] == f);
            let group = whole.group(analysis, &members);
            grid.push(GridCell {
                r,
                f,
                customers: group.customers,
                net: group.net,
                share_net: group.share_net,
            });
        }
    }
    Some(Rfm {
        method: scores.method,
        recency_edges: scores.recency_edges.clone(),
        frequency_edges: scores.frequency_edges.clone(),
        monetary_edges: scores.monetary_edges.clone(),
        merged: scores.merged.clone(),
        grid,
        usual_gap: analysis.customers.usual_gap,
    })
}

fn rfm_segments(analysis: &Analysis, whole: &Whole, values: &Values<'_>) -> Vec<RfmSegment> {
    let mut list = Vec::new();
    for id in named::ALL {
        let members = members(analysis, |p| analysis.named.get(p).is_some_and(|(segment, _)| *segment == id));
        let group = whole.group(analysis, &members);
        list.push(RfmSegment {
            id,
            customers: group.customers,
            share_customers: group.share_customers,
            net: group.net,
            share_net: group.share_net,
            moved_in: members.iter().filter(|&&p| analysis.named[p].1.is_some()).count() as u64,
            median_recency_days: median_recency(analysis, &members),
            median_orders: median_orders(analysis, &members),
            median_net: median_net(analysis, &members),
            values: values.of(&members),
        });
    }
    list
}

fn actions(analysis: &Analysis, whole: &Whole, values: &Values<'_>, rfm: &[RfmSegment]) -> Vec<ActionGroup> {
    let mut list = Vec::new();
    for id in named::ACTIONS {
        let segments = named::ALL.into_iter().filter(|&s| named::action(s) == id).collect();
        let members =
            members(analysis, |p| analysis.named.get(p).is_some_and(|(s, _)| named::action(*s) == id));
        let group = whole.group(analysis, &members);
        list.push(ActionGroup {
            id,
            leading: rfm
                .iter()
                .filter(|segment| segment.customers > 0 && named::action(segment.id) == id)
                .reduce(|a, b| if b.net > a.net { b } else { a })
                .map(|segment| segment.id),
            segments,
            customers: group.customers,
            share_customers: group.share_customers,
            net: group.net,
            share_net: group.share_net,
            median_recency_days: median_recency(analysis, &members),
            median_orders: median_orders(analysis, &members),
            values: values.of(&members),
        });
    }
    list
}

fn eight_types(analysis: &Analysis) -> Vec<EightType> {
    let Some(EightTypes { types, .. }) = &analysis.eight_types else { return Vec::new() };
    let mut list = Vec::new();
    for m_high in [true, false] {
        for (r_high, f_high) in [(true, true), (false, true), (true, false), (false, false)] {
            let size = size(analysis, |p| types[p] == [r_high, f_high, m_high]);
            list.push(EightType { r_high, f_high, m_high, customers: size.customers, net: size.net });
        }
    }
    list
}

/// From here on the mean lies far from the median, in standard deviations.
const SKEWED: f64 = 0.1;

fn eight_cuts(analysis: &Analysis) -> Option<EightCutsFound> {
    let EightTypes { types, cuts: [recency, frequency, monetary], skew } = analysis.eight_types.as_ref()?;
    let axes = [Axis::Recency, Axis::Frequency, Axis::Monetary];
    Some(EightCutsFound {
        recency: *recency,
        frequency: *frequency,
        monetary: *monetary,
        skewed: axes
            .into_iter()
            .zip(skew)
            .filter(|(_, skew)| skew.abs() > SKEWED)
            .map(|(axis, _)| axis)
            .collect(),
        high: [0, 1, 2].map(|axis| types.iter().filter(|type_| type_[axis]).count() as u64),
    })
}

fn abc(analysis: &Analysis, whole: &Whole) -> Vec<AbcClass> {
    let mut list = Vec::new();
    for id in abc::ALL {
        let members = members(analysis, |p| analysis.abc.get(p) == Some(&id));
        let Group { customers, share_customers, net, share_net } = whole.group(analysis, &members);
        let from = members.iter().map(|&p| analysis.net(p)).min().map(Total);
        list.push(AbcClass { id, customers, share_customers, net, share_net, from });
    }
    list
}

fn stages(analysis: &Analysis) -> Vec<LifecycleSegment> {
    let nobody = || GroupSize { customers: 0, net: Total(0) };
    let mut list = lifecycle::ALL.map(|id| LifecycleSegment {
        id,
        customers: 0,
        net: Total(0),
        tiers: [nobody(), nobody(), nobody()],
    });
    for (p, stage) in analysis.stages.iter().enumerate() {
        let Some(segment) = list.iter_mut().find(|segment| Some(segment.id) == *stage) else { continue };
        let net = analysis.net(p);
        segment.customers += 1;
        segment.net.0 += net;
        let tier = analysis.tiers.value.get(p).and_then(|&tier| segment.tiers.get_mut(tier as usize));
        if let Some(tier) = tier {
            tier.customers += 1;
            tier.net.0 += net;
        }
    }
    list.into()
}

fn without_orders(analysis: &Analysis) -> GroupSize {
    let c = &analysis.customers;
    let others = (0..c.len()).filter(|&i| c.present[i] && c.orders[i] == 0);
    let (mut customers, mut net) = (0, 0);
    for i in others {
        customers += 1;
        net += c.net(i).0;
    }
    GroupSize { customers, net: Total(net) }
}

fn clusters(analysis: &Analysis, whole: &Whole) -> Option<Clusters> {
    let grouping = analysis.grouping.as_ref()?;
    let mut groups = Vec::new();
    for (g, centre) in grouping.centres.iter().enumerate() {
        let members = members(analysis, |p| usize::from(grouping.labels[p]) == g);
        let group = whole.group(analysis, &members);
        let [recency_days, orders, monetary] = grouping.scale.restore(centre);
        groups.push(ClusterGroup {
            id: g as u32 + 1,
            customers: group.customers,
            share_customers: group.share_customers,
            net: group.net,
            share_net: group.share_net,
            recency_days,
            orders,
            monetary,
            z: *centre,
        });
    }
    Some(Clusters {
        k: grouping.centres.len() as u32,
        chosen_by_person: analysis.settings.clusters.is_some(),
        silhouette: grouping.silhouette,
        silhouette_n: grouping.silhouette_n as u64,
        tried: grouping
            .tried
            .iter()
            .map(|&(k, silhouette, inertia)| ClusterCount { k: k as u32, silhouette, inertia })
            .collect(),
        inertia: grouping.inertia,
        stability: grouping.stability,
        members: groups,
    })
}

/// Revenue concentration over the buyers, best first.
fn concentration(analysis: &Analysis, net_all: i128) -> Concentration {
    let each: Vec<f64> = (0..analysis.buyers.len()).map(|p| analysis.net(p) as f64).collect();
    let net: Vec<i128> = order::of_floats(&each).iter().rev().map(|&p| analysis.net(p as usize)).collect();
    let n = net.len();
    let mut running = Vec::with_capacity(n + 1);
    running.push(0_i128);
    for money in &net {
        running.push(running[running.len() - 1] + money);
    }
    let whole = net_all as f64;
    // A point between two customers lies on the line between them.
    let at = |fraction: f64| {
        let position = fraction * n as f64;
        let below = (position as usize).min(n);
        let (a, b) = (running[below] as f64, running[(below + 1).min(n)] as f64);
        share(a + (b - a) * (position - below as f64), whole)
    };
    let top = libm::round(0.2 * n as f64) as usize;
    let clipped: Vec<f64> = net.iter().rev().map(|&v| v.max(0) as f64).collect();
    let sum: f64 = clipped.iter().sum();
    let weighted: f64 = clipped.iter().enumerate().map(|(i, v)| (i + 1) as f64 * v).sum();
    let gini = if sum > 0.0 { 2.0 * weighted / (n as f64 * sum) - (n as f64 + 1.0) / n as f64 } else { 0.0 };
    Concentration {
        curve: (0..=100).map(|percent| at(f64::from(percent) / 100.0)).collect(),
        half: running.iter().position(|&sum| net_all > 0 && 2 * sum >= net_all).unwrap_or(0) as u64,
        top_20_share: share(running[top.min(n)] as f64, whole),
        top_1_customer_share: share(running[1.min(n)] as f64, whole),
        gini,
        spend: spend::bins(&net),
    }
}

fn tiers(analysis: &Analysis, whole: &Whole, values: &Values<'_>) -> Tiers {
    let list = &analysis.tiers;
    let finite = |cut: f64| if cut.is_finite() { cut } else { 100.0 };
    let lines: Vec<Option<ValueTier>> = (0..analysis.buyers.len()).map(|p| analysis.on_the_line(p)).collect();
    let mut value = Vec::new();
    for (id, from) in [
        (ValueTier::High, finite(list.cuts.from[0])),
        (ValueTier::Medium, finite(list.cuts.from[1])),
        (ValueTier::Low, 0.0),
    ] {
        let members = members(analysis, |p| list.value[p] == id);
        let group = whole.group(analysis, &members);
        let nets = || members.iter().map(|&p| analysis.net(p));
        value.push(ValueTierGroup {
            id,
            customers: group.customers,
            share_customers: group.share_customers,
            net: group.net,
            share_net: group.share_net,
            from,
            kept: members.iter().filter(|&&p| list.kept.get(p) == Some(&true)).count() as u64,
            on_the_line: lines.iter().filter(|&&line| line == Some(id)).count() as u64,
            net_range: nets().min().zip(nets().max()).map(|(low, high)| (Total(low), Total(high))),
            median_net: median_net(analysis, &members),
            values: values.of(&members),
        });
    }
    let mut potential = Vec::new();
    for (id, from) in [
        (PotentialTier::Gold, Some(finite(list.cuts.from[0]))),
        (PotentialTier::Potential, list.potential_cut),
        (PotentialTier::General, None),
    ] {
        let members = members(analysis, |p| list.potential[p] == id);
        let group = whole.group(analysis, &members);
        potential.push(PotentialTierGroup {
            id,
            customers: group.customers,
            share_customers: group.share_customers,
            net: group.net,
            share_net: group.share_net,
            potential: Total(members.iter().map(|&p| list.potential_value[p].0).sum()),
            from,
            values: values.of(&members),
        });
    }
    Tiers {
        by: list.cuts.by,
        parts: analysis.parts.clone(),
        value,
        potential,
        sensitivity: analysis.sensitivity.clone(),
        consistency_ratio: analysis.consistency_ratio,
    }
}

fn advice(segments: &[RfmSegment]) -> Vec<Advice> {
    PLAYBOOK
        .iter()
        .filter_map(|play| {
            let segment = segments.iter().find(|s| s.id == play.segment && s.customers > 0)?;
            Some(Advice {
                segment: play.segment,
                action: named::action(play.segment),
                channel: play.channel.to_vec(),
                offer: play.offer.to_vec(),
                kpi: play.watch,
                customers: segment.customers,
                money: segment.net,
            })
        })
        .collect()
}

fn notes(analysis: &Analysis, origin: &Origin, intake: &Intake, totals: &Totals) -> Vec<Note> {
    let c = &analysis.customers;
    let mut notes = Vec::new();
    let mut note = |code, value| notes.push(Note { code, value });
    let buyers = analysis.buyers.len() as f64;
    match analysis.scores.as_ref().map(|s| s.method) {
        Some(ScoreMethod::Fixed) => note(NoteCode::TooFewForScores, Some(buyers)),
        Some(ScoreMethod::Tertiles) => note(NoteCode::ThreeLevels, Some(buyers)),
        _ => {}
    }
    if c.recency.iter().all(Option::is_none) {
        note(NoteCode::NoDates, None);
    }
    if !c.orders_known {
        note(NoteCode::NoOrderCounts, None);
    }
    let once = analysis.buyers.iter().filter(|&&i| c.orders[i as usize] == 1).count() as f64;
    if c.orders_known && share(once, buyers) > 0.5 {
        note(NoteCode::MostlyOneTime, Some(share(once, buyers)));
    }
    if intake.date_order_ambiguous {
        note(NoteCode::DateOrderAmbiguous, None);
    }
    if let (Some(gap), Some((first, _)), Some(end)) = (c.usual_gap, origin.span, c.as_of)
        && f64::from(end.0 - first.0) < 2.0 * gap
    {
        note(NoteCode::HistoryTooShort, None);
    }
    let known = c.orders_known && c.recency.iter().any(Option::is_some);
    if analysis.grouping.is_none() && known && totals.buyers > 0 {
        note(NoteCode::TooFewForClusters, None);
    }
    if origin.far_dates > 0 {
        note(NoteCode::FarDates, Some(origin.far_dates as f64));
    }
    let others = intake.set_aside.summary().into_iter().find(|s| s.reason == Reason::OtherCurrency);
    if let Some(SetAside { rows, .. }) = others {
        note(NoteCode::OtherCurrencies, Some(rows as f64));
    }
    if intake.duplicates > 0 {
        note(NoteCode::Duplicates, Some(intake.duplicates as f64));
    }
    if let Some(alike) = intake.alike.as_ref().filter(|alike| !alike.merged) {
        note(NoteCode::AlikeNames, Some(alike.customers as f64));
    }
    if intake.rounded > 0 {
        note(NoteCode::RoundedNames, Some(intake.rounded as f64));
    }
    if origin.damaged {
        note(NoteCode::DamagedText, None);
    }
    if analysis.customers.margin.is_none() {
        note(NoteCode::NoCost, None);
    }
    notes
}
