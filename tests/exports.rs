//! The headers of well-known exports, over rows made up here, and what their columns must be taken for.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use value_tiers::error::Code;
use value_tiers::ingest::preview::QuestionCode;
use value_tiers::ingest::{Dialect, Encoding, Head, Layout, Plan, Preview, Reading, preview};
use value_tiers::settings::{DateOrder, DecimalMark, Role, Settings, Shape};

/// A table written with `|` between cells.
fn head(table: &str) -> Head {
    let mut rows: Vec<Vec<String>> = table
        .trim()
        .lines()
        .map(|line| line.split('|').map(|cell| cell.trim().to_string()).collect())
        .collect();
    let names = rows.remove(0);
    Head {
        layout: Layout {
            encoding: Encoding::Utf8,
            encoding_sure: true,
            damaged: false,
            dialect: Dialect::default(),
        },
        names,
        lines: (2..).take(rows.len()).collect(),
        rows,
        complete: true,
    }
}

fn look(table: &str, settings: &Settings) -> (Preview, Plan) {
    preview(&head(table), settings).unwrap()
}

fn ask(preview: &Preview) -> Vec<QuestionCode> {
    preview.questions.iter().map(|q| q.code).collect()
}

use Role::*;

#[test]
fn known_exports_need_no_click() {
    for (what, shape, expected, table) in [
        (
            "Shopify orders: no customer number, totals on the first line of each order only",
            Shape::Orders,
            &[
                (Customer, "Email"),
                (Date, "Paid at"),
                (Amount, "Total"),
                (OrderId, "Name"),
                (Status, "Financial Status"),
                (Currency, "Currency"),
                (Refund, "Refunded Amount"),
                (Product, "Lineitem name"),
                (Discount, "Discount Amount"),
            ][..],
            "Name|Email|Financial Status|Paid at|Currency|Subtotal|Shipping|Taxes|Total|Discount Amount|Created at|Lineitem quantity|Lineitem name|Lineitem price|Refunded Amount|Billing Name
             #1001|a@x.org|paid|2024-03-05 14:03:55 +0800|HKD|90.00|10.00|0.00|100.00|0.00|2024-03-05 14:01:00 +0800|1|Tea|60.00|0.00|Ann Lee
             #1001|a@x.org||||||||||1|Cup|30.00||
             #1002|b@x.org|partially_refunded|2024-03-06 09:00:01 +0800|HKD|55.00|10.00|0.00|65.00|5.00|2024-03-06 08:59:00 +0800|1|Tea|60.00|20.00|Bo Chan
             #1003|a@x.org|paid|2024-04-01 10:10:10 +0800|HKD|60.50|0.00|0.00|60.50|0.00|2024-04-01 10:10:00 +0800|1|Tea|60.50|0.00|Ann Lee",
        ),
        (
            "WooCommerce orders",
            Shape::Orders,
            &[
                (Customer, "Customer User ID"),
                (Date, "Paid Date"),
                (Amount, "Order Total Amount"),
                (OrderId, "Order Number"),
                (Status, "Order Status"),
                (Refund, "Order Refund Amount"),
            ],
            "Order Number|Order Status|Order Date|Paid Date|Customer User ID|Billing First Name|Order Subtotal Amount|Order Shipping Amount|Order Refund Amount|Order Total Amount|Order Total Tax Amount
             501|Completed|2024-01-05 10:00|2024-01-05 10:02|17|Ann|45.50|4.50|0.00|50.00|2.10
             502|Processing|2024-01-06 11:00|2024-01-06 11:01|18|Bo|20.00|4.50|0.00|24.50|1.10
             503|Refunded|2024-01-09 12:00|2024-01-09 12:30|17|Ann|12.00|4.50|16.50|16.50|0.90
             504|Pending payment|2024-01-10 12:00||19|Cy|12.25|4.50|0.00|16.75|0.90",
        ),
        (
            "Taobao, 21 columns, stars for people",
            Shape::Orders,
            &[
                (Customer, "买家会员名"),
                (Date, "订单付款时间"),
                (Amount, "买家实际支付金额"),
                (Status, "订单状态"),
                (Quantity, "宝贝总数量"),
                (Product, "宝贝标题"),
                (Category, "类别"),
                (OrderId, ""),
            ],
            "买家会员名|买家实际支付金额|宝贝总数量|宝贝标题|类别|宝贝种类|总金额|收货人姓名|性别|收货地址|物流公司|物流单号|确认收货时间|联系手机|联系电话|订单付款时间|订单关闭原因|订单创建时间|订单备注|订单状态|运送方式
             mr0001|748.5|2|书甲|计算机|1|760|***|男|北京|圆通|No:1|2018-01-05 10:00:00|'***|'null|2018-01-01 09:26:18|订单未关闭|2018-01-01 09:26:00|'null|交易成功|快递
             mr0002|90|1|书乙|计算机|1|90|***|女|上海|圆通|No:2|2018-01-05 11:00:00|'***|'null|2018-01-01 10:06:07|订单未关闭|2018-01-01 10:05:00|'null|卖家已发货，等待买家确认|快递
             mr0001|0|1|书丙|文学|1|10.8|***|男|北京|||||'null|2018-01-02 10:06:48|退款|2018-01-02 10:06:00|'null|交易关闭|快递
             mr0003|36.2|1|书丁|文学|1|36.2|***|男|广东||||'***|'null|||2018-01-03 10:06:48|'null|等待买家付款|快递",
        ),
        (
            "JD",
            Shape::Orders,
            &[
                (Customer, "客户账号"),
                (Date, "付款时间"),
                (Amount, "实付金额"),
                (OrderId, "订单号"),
                (Quantity, "订购数量"),
                (Status, "订单状态"),
            ],
            "订单号|商品ID|商品名称|订购数量|支付方式|下单时间|京东价|订单金额|结算金额|余额支付|应付金额|实付金额|订单状态|客户账号|付款时间
             300001|77|茶|1|在线支付|2024-03-05 14:03:55|60|60|58|0|60|58.5|完成|jd_a|2024-03-05 14:04:55
             300002|78|杯|2|在线支付|2024-03-06 14:03:55|30|60|58|0|60|60|完成|jd_b|2024-03-06 14:04:55
             300003|77|茶|1|在线支付|2024-03-07 14:03:55|60|60|58|0|60|57|完成|jd_a|2024-03-07 14:04:55",
        ),
        (
            "SHOPLINE, Traditional headers, NT$",
            Shape::Orders,
            &[
                (Customer, "顧客 ID"),
                (Date, "訂單日期"),
                (Amount, "訂單合計"),
                (OrderId, "訂單號碼"),
                (Status, "訂單狀態"),
                (Currency, "貨幣"),
            ],
            "訂單號碼|訂單日期|訂單狀態|付款狀態|顧客 ID|顧客|電郵|貨幣|訂單小計|運費|訂單合計
             20240305001|2024/3/5 下午 2:03|已完成|已付款|c77|王小明|a@x.tw|TWD|1200|60|1260
             20240306002|2024/3/6 上午 9:13|已完成|已付款|c78|李小華|b@x.tw|TWD|800|60|860
             20240401003|2024/4/1 上午 11:30|已取消|未付款|c77|王小明|a@x.tw|TWD|1500|0|1500",
        ),
        (
            "91APP, ROC years",
            Shape::Orders,
            &[
                (Customer, "會員編號"),
                (Date, "訂單成立時間"),
                (Amount, "實付金額"),
                (OrderId, "主單編號"),
                (Channel, "通路商"),
            ],
            "主單編號|訂單成立時間|會員編號|通路商|商品料號|數量|銷售金額(折扣前)|實付金額
             TG1130525A1|113/05/25 14:03|M001|官網|A1|1|1,200|1,080
             TG1130526B2|113/05/26 09:10|M002|門市|A2|2|860|860
             TG1130601C3|113/06/01 20:00|M001|官網|A1|1|1,200|1,200",
        ),
        (
            "a bank's transactions",
            Shape::Orders,
            &[
                (Customer, "Account No"),
                (Date, "Transaction Date"),
                (Amount, "Transaction Amount"),
                (OrderId, "Transaction ID"),
            ],
            "Transaction ID|Account No|Transaction Date|Value Date|Transaction Amount|Balance|Branch
             T1|00012345|2024-03-05|2024-03-06|(120.50)|1,000.10|HK01
             T2|00012346|2024-03-05|2024-03-06|88.00|2,000.00|HK01
             T3|00012345|2024-03-09|2024-03-11|75.25|1,075.35|HK02",
        ),
        (
            "an ERP's sales ledger",
            Shape::Orders,
            &[
                (Customer, "客户名称"),
                (Date, "单据日期"),
                (Amount, "金额(元)"),
                (OrderId, "单据编号"),
                (Quantity, "数量"),
                (UnitPrice, "单价"),
            ],
            "单据日期|单据编号|客户名称|业务员|商品名称|规格|单位|数量|单价|金额(元)|备注
             2024-03-05|XS-001|上海甲公司|张三|螺丝|M3|盒|10|12.50|125.00|
             2024-03-05|XS-001|上海甲公司|张三|螺母|M3|盒|10|8.00|80.00|
             2024-03-08|XS-002|苏州乙公司|李四|螺丝|M4|盒|4|13.00|52.00|
             合计||||||||24||257.00",
        ),
        (
            "Shopify customers",
            Shape::Customers,
            &[(Customer, "Customer ID"), (Email, "Email"), (Monetary, "Total Spent"), (Frequency, "Total Orders")],
            "Customer ID|First Name|Last Name|Email|Accepts Email Marketing|Default Address City|Total Spent|Total Orders
             '7001|Ann|Lee|a@x.org|yes|Hong Kong|160.50|2
             '7002|Bo|Chan|b@x.org|no|Kowloon|65.00|1
             '7003|Cy|Ho|c@x.org|yes|Macau|0.00|0",
        ),
        (
            "the satisfaction half of the telephone customers",
            Shape::Customers,
            &[
                (Customer, "Customer ID"),
                (Satisfaction, "Satisfaction Score"),
                (Churned, "Churn Label"),
                (Monetary, "CLTV"),
            ],
            "Customer ID|Count|Quarter|Satisfaction Score|Customer Status|Churn Label|Churn Value|Churn Score|CLTV|Churn Category|Churn Reason
             A-1|1|Q3|1|Churned|Yes|1|92|5433|Competitor|Better offer
             B-2|1|Q3|3|Stayed|No|0|31|5302||
             C-3|1|Q3|5|Stayed|No|0|12|3179||
             D-4|1|Q3|2|Churned|Yes|1|81|5337|Attitude|Support",
        ),
        (
            "the airline's full table",
            Shape::Customers,
            &[
                (Customer, "MEMBER_NO"),
                (Since, "FFP_DATE"),
                (FirstOrder, "FIRST_FLIGHT_DATE"),
                (LastOrder, "LAST_FLIGHT_DATE"),
                (Frequency, "FLIGHT_COUNT"),
                (Recency, "LAST_TO_END"),
                (Discount, "avg_discount"),
            ],
            "MEMBER_NO|FFP_DATE|FIRST_FLIGHT_DATE|GENDER|AGE|LOAD_TIME|FLIGHT_COUNT|SUM_YR_1|SUM_YR_2|SEG_KM_SUM|LAST_FLIGHT_DATE|LAST_TO_END|avg_discount
             54993|2006/11/2|2008/12/24|男|31|2014/3/31|210|239560|234188|580717|2014/3/31|1|0.961639043
             28065|2007/2/19|2007/8/3|男|42|2014/3/31|140|171483|167434|293678|2014/3/25|7|1.252314351
             55106|2007/2/1|2007/8/30|男|40|2014/3/31|135|163618|164982|283712|2014/3/21|11|1.254675516",
        ),
        (
            "a summary made by hand",
            Shape::Customers,
            &[
                (Customer, "顧客編號"),
                (LastOrder, "最近消費日期"),
                (Frequency, "消費次數"),
                (Monetary, "消費總額"),
            ],
            "顧客編號|最近消費日期|消費次數|消費總額
             C1|2024/03/05|3|NT$4,500
             C2|2024/02/17|1|NT$880
             C3|2023/11/30|7|NT$12,340",
        ),
    ] {
        let (found, plan) = look(table, &Settings::default());
        assert_eq!(found.shape, shape, "{what}");
        for (role, name) in expected {
            assert_eq!(found.mapping.get(role).map_or("", String::as_str), *name, "{what}: {role:?}");
        }
        assert!(found.sure, "{what}: {:?} {:?}", found.questions, found.missing);
        assert_eq!(plan.check(), Ok(()), "{what}");
    }
}

const ORDERS: &str = "customer|date|amount|when
     a|2024-03-05|12.50|2024-03-07
     b|2024-03-06|13.50|2024-03-08
     a|2024-03-09|14.50|2024-03-12";

#[test]
fn a_person_decides() {
    let mut settings = Settings::default();
    settings.mapping.insert(Role::Date, "when".to_string());
    let (found, plan) = look(ORDERS, &settings);
    assert_eq!(found.mapping.get(&Role::Date).map(String::as_str), Some("when"));
    assert_eq!(plan.column(Role::Date).map(|c| c.index), Some(3));
    assert!(found.sure, "{:?}", found.questions);

    let settings = Settings { without: vec![Role::Customer], ..Settings::default() };
    let (found, plan) = look(ORDERS, &settings);
    assert_eq!(found.missing, [Role::Customer]);
    assert_eq!(plan.check().map_err(|e| e.code), Err(Code::NoCustomerColumn));

    let mut settings = Settings::default();
    settings.mapping.insert(Role::Amount, "price".to_string());
    let error = preview(&head(ORDERS), &settings).map(|_| ()).unwrap_err();
    assert_eq!((error.code, error.value.as_deref()), (Code::UnknownColumn, Some("price")));

    let mut settings = Settings::default();
    settings.formats.shape = Some(Shape::Customers);
    assert_eq!(look(ORDERS, &settings).0.shape, Shape::Customers);
}

#[test]
fn what_is_unsure_is_asked() {
    use QuestionCode::*;
    for (what, questions, table) in [
        ("nothing", &[][..], ORDERS),
        (
            "day or month",
            &[DateOrderAmbiguous],
            "customer|date|amount\na|01/02/2024|1.5\nb|03/04/2024|2.5\na|05/06/2024|3.5",
        ),
        (
            "another column of the file settles day and month",
            &[],
            "customer|order date|ship date|amount\na|01/02/2024|13/02/2024|1.5\nb|03/04/2024|25/04/2024|2.5\na|05/06/2024|07/06/2024|3.5",
        ),
        (
            "thousands or decimals",
            &[DecimalMarkAmbiguous],
            "customer|date|amount\na|2024-01-02|1.234\nb|2024-01-03|2.345\na|2024-01-04|3.456",
        ),
        (
            "several currencies in the cells",
            &[SeveralCurrencies],
            "customer|date|amount\na|2024-01-02|NT$12\nb|2024-01-03|HK$13\na|2024-01-04|NT$14",
        ),
        (
            "several currencies in a column",
            &[SeveralCurrencies],
            "customer|date|amount|currency\na|2024-01-02|12|TWD\nb|2024-01-03|13|HKD\na|2024-01-04|14|TWD",
        ),
        (
            "two amounts that differ",
            &[WhichAmount],
            "customer|date|amount|order amount\na|2024-01-02|1.5|1.0\nb|2024-01-03|2.5|2.5\na|2024-01-04|3.5|3.0",
        ),
        (
            "two amounts that are one",
            &[],
            "customer|date|amount|order amount\na|2024-01-02|1.5|1.5\nb|2024-01-03|2.5|2.5\na|2024-01-04|3.5|3.5",
        ),
        (
            "two customer numbers",
            &[WhichCustomer],
            "member id|customer id|date|amount\nm1|a|2024-01-02|1.5\nm2|b|2024-01-03|2.5\nm1|c|2024-01-04|3.5\nm3|a|2024-01-04|3.5",
        ),
        (
            "two numbers of the same customers",
            &[],
            "member id|customer id|date|amount\nm1|a|2024-01-02|1.5\nm2|b|2024-01-03|2.5\nm1|a|2024-01-04|3.5\nm2|b|2024-01-05|3.5",
        ),
        (
            "no word for the money",
            &[WhichAmount],
            "customer|date|xyz|abc\na|2024-01-02|1.5|x\nb|2024-01-03|2.5|y\na|2024-01-04|3.5|z",
        ),
    ] {
        let (found, _) = look(table, &Settings::default());
        assert_eq!(ask(&found), questions, "{what}: {:?}", found.mapping);
        assert_eq!(found.sure, questions.is_empty(), "{what}");
    }
}

#[test]
fn an_answer_ends_the_question() {
    let table = "customer|date|amount\na|01/02/2024|1.234\nb|03/04/2024|2.345\na|05/06/2024|3.456";
    let mut settings = Settings::default();
    settings.formats.date_order = Some(DateOrder::MonthDayYear);
    settings.formats.decimal_mark = Some(DecimalMark::Comma);
    let (found, plan) = look(table, &settings);
    assert_eq!(ask(&found), []);
    let Some(Reading::Date(format)) = plan.column(Role::Date).map(|c| c.reading) else { panic!("no date") };
    assert_eq!(format.order(), Some(DateOrder::MonthDayYear));
    let Some(Reading::Amount(format)) = plan.column(Role::Amount).map(|c| c.reading) else {
        panic!("no amount")
    };
    assert_eq!(format.decimal, DecimalMark::Comma);
}

#[test]
fn dates_far_from_all_others_are_asked_about() {
    let mut table = String::from("customer|date|amount\n");
    for day in 1..=28 {
        table.push_str(&format!("c{}|2024-03-{day:02}|12.50\n", day % 7));
    }
    assert_eq!(ask(&look(&table, &Settings::default()).0), []);
    table.push_str("c1|2099-12-31|12.50\n");
    let (found, _) = look(&table, &Settings::default());
    assert_eq!(ask(&found), [QuestionCode::FarDates]);
    assert_eq!(found.questions[0].samples, ["2099-12-31"]);
}

#[test]
fn no_customer_is_made_up() {
    for (what, missing, table) in [
        (
            "a product list",
            &[Role::Customer, Role::Date, Role::Amount][..],
            "商品名称|一级分类|定价|库存\n甲|书|69.8|1\n乙|书|79.8|0\n丙|书|49.8|3",
        ),
        (
            "orders by province",
            &[Role::Customer],
            "订单编号|买家实际支付金额|收货地址|订单付款时间\n1|12.5|上海|2024-01-02\n2|13.5|上海|2024-01-03\n3|14.5|江苏|2024-01-03",
        ),
        (
            "the weather",
            &[Role::Customer, Role::Amount],
            "date|temperature|place\n2011-01-01|1|Galway\n2011-01-02|-1|Galway\n2011-01-03|0|Berkeley",
        ),
    ] {
        let (found, plan) = look(table, &Settings::default());
        assert_eq!(found.missing, missing, "{what}: {:?}", found.mapping);
        assert!(!found.sure && plan.check().is_err(), "{what}");
    }
}
