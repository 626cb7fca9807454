//! Spellings that must fold, and words that must and must not be known.

use super::*;

#[test]
fn the_scripts_are_of_one_length() {
    assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
    let different: std::collections::BTreeSet<char> = TRADITIONAL.chars().collect();
    assert_eq!(different.len(), TRADITIONAL.chars().count(), "one character, one spelling");
}

/// Only what people wrote is folded: the tables must be written as folding leaves them.
#[test]
fn words_are_written_folded() {
    let headers = HEADERS.iter().flat_map(|(_, _, words)| words.iter());
    let listed = headers.chain(NOT.iter().flat_map(|(_, words)| words.iter())).chain(&TOTALS);
    let listed = listed.chain(STATES.iter().flat_map(|(_, words)| words.iter()));
    for word in listed.chain(PHRASES.iter().map(|(phrase, _)| phrase)) {
        assert_eq!(key(word), *word);
    }
}

#[test]
fn spellings_fold() {
    for (text, folded) in [
        ("Customer ID", "customerid"),
        ("customer_id", "customerid"),
        ("ＣｕｓｔｏｍｅｒＩＤ", "customerid"),
        ("金额(元)", "金额"),
        ("銷售額（NT$）", "销售额"),
        ("訂單編號", "订单编号"),
        ("Umsatz (€)", "umsatz"),
        (" 订单付款时间 ", "订单付款时间"),
        ("(amount)", "amount"),
        ("", ""),
    ] {
        assert_eq!(key(text), folded, "{text}");
    }
}

#[test]
fn headers_are_known() {
    for (header, role, score) in [
        ("CustomerID", Role::Customer, 1.0),
        ("Kunden-Nr", Role::Customer, 1.0),
        ("買家帳號", Role::Customer, 1.0),
        ("會員編號", Role::Customer, 1.0),
        ("顧客編號", Role::Customer, 1.0),
        ("MCH.Merchant Name", Role::Customer, 0.65 * ENDING),
        ("Customer Status", Role::Customer, 0.0),
        ("id", Role::Customer, 0.45),
        ("order_id", Role::Customer, 0.0),
        ("訂單成立時間", Role::Date, 0.95),
        ("付款時間", Role::Date, 1.0),
        ("Ship Date", Role::Date, 0.35),
        ("开奖日期", Role::Date, 0.9 * ENDING),
        ("Birth date", Role::Date, 0.0),
        ("InvoiceDate", Role::Date, 0.95),
        ("付款總金額", Role::Amount, 1.0),
        ("Invoice_Net_Line_Amount", Role::Amount, 0.95 * ENDING),
        ("FIN.Transaction Amount", Role::Amount, 0.95 * ENDING),
        ("Tax amount", Role::Amount, 0.0),
        ("Subtotal", Role::Amount, 0.75),
        ("退款金額", Role::Amount, 0.0),
        ("退款金額", Role::Refund, 1.0),
        ("TransNo", Role::OrderId, 1.0),
        ("訂單編號", Role::OrderId, 1.0),
        ("订单付款时间", Role::OrderId, 0.0),
        ("cds_bought", Role::Quantity, 0.7 * ENDING),
        ("Lineitem price", Role::UnitPrice, 1.0),
        ("Financial Status", Role::Status, 1.0),
        ("幣別", Role::Currency, 1.0),
        ("E-mail", Role::Email, 1.0),
        ("Year_Birth", Role::Birthday, 1.0),
        ("Dt_Customer", Role::Since, 1.0),
        ("Last contact", Role::LastContact, 1.0),
        ("推薦人", Role::Referrer, 1.0),
        ("維修次數", Role::Tickets, 1.0),
        ("上期餘額", Role::BalanceBefore, 1.0),
        ("最近聯絡日期", Role::LastContact, 1.0),
        ("最后跟进时间", Role::LastContact, 1.0),
        ("TotalCharges", Role::Monetary, 1.0),
        ("MntWines", Role::Monetary, 0.0),
        ("最近消費日期", Role::LastOrder, 1.0),
    ] {
        let (found, _) = Header::new(header).fit(role);
        assert!((found - score).abs() < 1e-12, "{header} as {role:?}: {found}, not {score}");
    }
}

#[test]
fn totals_are_known() {
    for (cell, total) in [
        ("合计", true),
        ("合計", true),
        ("總計：", true),
        (" Total ", true),
        ("Grand Total:", true),
        ("Sub-total", true),
        ("小计(元)", true),
        ("TOTAL GAS & POWER", false),
        ("合计科技有限公司", false),
        ("", false),
        ("mr0932", false),
    ] {
        assert_eq!(is_total_word(cell), total, "{cell}");
    }
}

#[test]
fn states_are_known() {
    use State::*;
    for (cell, state) in [
        ("交易成功", Some(Paid)),
        ("卖家已发货，等待买家确认", Some(Paid)),
        ("买家已付款，等待卖家发货", Some(Paid)),
        ("等待买家付款", Some(Unpaid)),
        ("交易关闭", Some(Cancelled)),
        ("交易關閉", Some(Cancelled)),
        ("已退款", Some(Refunded)),
        ("部分退款", Some(Paid)),
        ("已取消", Some(Cancelled)),
        ("已完成", Some(Paid)),
        ("paid", Some(Paid)),
        ("PAID", Some(Paid)),
        ("pending", Some(Unpaid)),
        ("Partially refunded", Some(Paid)),
        ("partially_refunded", Some(Paid)),
        ("refunded", Some(Refunded)),
        ("voided", Some(Cancelled)),
        ("on-hold", Some(Unpaid)),
        ("wc-completed", Some(Paid)),
        ("", None),
        ("Stayed", None),
    ] {
        assert_eq!(order_state(cell), state, "{cell}");
    }
}
