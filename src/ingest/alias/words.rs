//! The dictionary itself: every word folded as [`super::key`] leaves it, simplified characters for both Chinese scripts.
//!
//! Sources: the header dictionary of the glossary, and the exports of Shopify, WooCommerce, Taobao, Tmall, JD, SHOPLINE,
//! 91APP, of banks and of ERP systems. Within a role the stronger word is the better column: payment time before creation
//! time, the amount paid before the list total.

use super::State;
use crate::settings::Role;

/// Words of one role and how strongly they speak for it, 0 to 1. Below [`EXACT_ONLY`] the whole header must match.
pub(super) type Words = (Role, f64, &'static [&'static str]);

/// Words weaker than this must be the whole header.
pub(super) const EXACT_ONLY: f64 = 0.5;

/// Which header stands for which role.
#[rustfmt::skip]
pub(super) const HEADERS: &[Words] = &[
    (Role::Customer, 1.0, &[
        "customerid", "customerno", "customernumber", "customernum", "customercode", "customerkey",
        "custid", "custno", "clientid", "clientno", "clientcode", "clientnumber", "memberid", "memberno",
        "membernumber", "membercode", "membershipno", "membershipid", "buyerid", "buyernickname",
        "buyeraccount", "shopperid", "loyaltyid", "客户编号", "客户id", "客户号", "客户代码", "客户编码",
        "顾客编号", "顾客id", "会员编号", "会员号", "会员id", "会员卡号", "会员名", "会员账号", "会员代码",
        "买家会员名", "买家昵称", "买家id", "买家账号", "买家账户", "用户id", "用户编号", "用户账号",
        "客编", "kundennr", "kundennummer", "kundenid",
    ]),
    (Role::Customer, 0.9, &[
        "customer", "client", "member", "buyer", "userid", "userno", "accountid", "accountno",
        "accountnumber", "contactid", "payer", "openid", "unionid", "cardno", "householdkey", "customerref",
        "客户", "顾客", "会员", "买家", "用户", "账号", "账户", "客户账号", "购买人", "付款人", "订购人",
        "下单人", "会员昵称", "卡号", "kunde",
    ]),
    (Role::Customer, 0.8, &[
        "customername", "clientname", "membername", "buyername", "username", "user", "account",
        "accountname", "company", "companyname", "uid", "客户名称", "客户姓名", "客户简称", "客户名",
        "顾客姓名", "顾客名称", "会员姓名", "会员名称", "用户名", "用户昵称", "用户名称", "昵称",
        "买家姓名", "买家支付宝账号", "公司名称", "客户公司", "kundenname",
    ]),
    (Role::Customer, 0.65, &[
        "supplier", "suppliername", "vendor", "vendorname", "merchant", "merchantname", "payee",
        "beneficiary", "counterparty", "billingname", "供应商", "供应商名称", "厂商名称", "商户名称",
        "对方户名", "交易对方", "对方账号", "收款人",
    ]),
    (Role::Customer, 0.5, &[
        "收货人", "收货人姓名", "收件人", "收件人姓名", "recipient", "recipientname", "shippingname",
        "fullname",
    ]),
    (Role::Customer, 0.45, &["id", "name", "姓名", "名称", "编号", "code"]),
    (Role::Date, 1.0, &[
        "paidat", "paymentdate", "paymenttime", "paydate", "paytime", "datepaid", "paiddate", "paidtime",
        "付款时间", "付款日期", "支付时间", "支付日期", "订单付款时间", "买家付款时间", "付款完成时间",
        "支付完成时间", "付款成功时间", "订单支付时间", "交易付款时间", "缴费时间",
    ]),
    (Role::Date, 0.95, &[
        "orderdate", "ordertime", "orderdatetime", "orderedat", "ordercreatedat", "orderplacedat",
        "dateordered", "purchasedate", "purchasetime", "purchasedat", "dateofpurchase", "invoicedate",
        "invoicetime", "transactiondate", "transactiontime", "txndate", "trxdate", "saledate", "salesdate",
        "posteddate", "postingdate", "bookingdate", "receiptdate", "orderpurchasetimestamp", "订单日期",
        "订单时间", "订购日期", "订购时间", "下单时间", "下单日期", "订单创建时间", "订单建立时间",
        "订单成立时间", "成立时间", "购买日期", "购买时间", "消费日期", "消费时间", "交易日期", "交易时间",
        "成交日期", "成交时间", "拍下时间", "销售日期", "销售时间", "开票日期", "发票日期", "记账日期",
        "入账日期", "单据日期", "结账日期", "结账时间", "kaufdatum", "bestelldatum", "rechnungsdatum",
        "buchungsdatum", "注文日",
    ]),
    (Role::Date, 0.9, &[
        "date", "datetime", "time", "timestamp", "日期", "时间", "datum", "fecha", "yyyymmdd",
    ]),
    (Role::Date, 0.85, &[
        "createdat", "created", "createddate", "createdtime", "datecreated", "creationdate", "createtime",
        "day", "创建时间", "创建日期", "建立时间", "建立日期", "交易创建时间",
    ]),
    (Role::Date, 0.5, &[
        "completedat", "datecompleted", "完成时间", "交易完成时间", "订单完成时间", "结束时间",
        "交易成功时间",
    ]),
    (Role::Date, 0.35, &[
        "shipdate", "shippeddate", "shippedat", "fulfilledat", "deliverydate", "deliveredat", "duedate",
        "updatedat", "modifiedat", "datemodified", "cancelledat", "effectivedate", "endtime", "enddate",
        "发货时间", "发货日期", "出货日期", "确认收货时间", "到货时间", "更新时间", "修改时间", "关闭时间",
        "取消时间", "到期日",
    ]),
    (Role::Amount, 1.0, &[
        "amountpaid", "paidamount", "totalpaid", "netamount", "paymentamount", "实付金额", "实付款", "实付",
        "实际支付金额", "买家实际支付金额", "实际付款金额", "订单实付金额", "支付金额", "付款金额",
        "付款总金额", "支付总额", "实收金额", "实收", "已付金额", "实际金额", "实收款",
    ]),
    (Role::Amount, 0.95, &[
        "amount", "orderamount", "ordertotal", "ordervalue", "grandtotal", "revenue", "netrevenue", "sales",
        "netsales", "salesamount", "salesvalue", "spend", "spent", "amountspent", "transactionamount",
        "transactionvalue", "lineamount", "linetotal", "invoiceamount", "invoicetotal", "金额", "订单金额",
        "成交金额", "消费金额", "销售额", "销售金额", "交易金额", "营业额", "结账金额", "购买金额",
        "开票金额", "umsatz", "betrag", "importe", "montant",
    ]),
    (Role::Amount, 0.85, &[
        "total", "totalamount", "totalprice", "totalsales", "totalvalue", "gross", "grosssales",
        "grossamount", "paymentvalue", "总金额", "总额", "总计", "合计", "总价", "订单总额", "订单总金额",
        "订单总计", "金额小计", "gesamtbetrag",
    ]),
    (Role::Amount, 0.75, &[
        "subtotal", "itemtotal", "小计", "应付金额", "应收金额", "商品总额", "商品金额", "货款", "交易额",
        "收入金额",
    ]),
    (Role::Amount, 0.55, &["value", "turnover", "gmv", "pricepaid", "summe"]),
    (Role::OrderId, 1.0, &[
        "orderid", "orderno", "ordernumber", "ordernum", "ordercode", "orderref", "orderreference",
        "invoiceno", "invoiceid", "invoicenumber", "transactionid", "transactionno", "transactionnumber",
        "transno", "transid", "txnid", "trxid", "receiptid", "receiptno", "receiptnumber", "basketid",
        "ticketid", "ticketno", "bookingid", "saleid", "salesorder", "订单编号", "订单号", "订单号码",
        "订单id", "订单序号", "交易单号", "交易编号", "交易订单号", "交易序号", "交易号", "流水号",
        "交易流水号", "单据编号", "单据号", "单号", "发票号码", "发票号", "主订单编号", "主单编号",
        "主单号", "商户订单号", "销售单号", "小票号", "账单号", "bestellnr", "bestellnummer", "rechnungsnr",
        "rechnungsnummer", "belegnummer",
    ]),
    (Role::OrderId, 0.8, &["order", "invoice", "transaction", "receipt", "basket", "订单"]),
    (Role::OrderId, 0.6, &["子订单编号", "子订单号", "suborderid", "orderitemid"]),
    (Role::OrderId, 0.45, &["name"]),
    (Role::Quantity, 1.0, &[
        "quantity", "qty", "units", "unitssold", "lineitemquantity", "orderquantity", "数量", "购买数量",
        "宝贝总数量", "商品数量", "商品总数量", "件数", "购买件数", "销售数量", "总数量", "销量", "menge",
        "anzahl", "cantidad",
    ]),
    (Role::Quantity, 0.7, &["bought", "items", "itemcount", "itemquantity", "pieces", "个数", "宝贝数量"]),
    (Role::UnitPrice, 1.0, &[
        "unitprice", "priceperunit", "priceeach", "lineitemprice", "itemprice", "sellingprice", "saleprice",
        "单价", "商品单价", "成交单价", "销售单价", "售价", "einzelpreis", "stückpreis",
    ]),
    (Role::UnitPrice, 0.8, &["price", "价格", "商品价格", "定价", "preis", "precio"]),
    (Role::Currency, 1.0, &["currency", "currencycode", "币种", "货币", "币别", "货币代码", "währung"]),
    (Role::Status, 1.0, &[
        "orderstatus", "financialstatus", "paymentstatus", "transactionstatus", "orderstate", "订单状态",
        "交易状态", "支付状态", "付款状态",
    ]),
    (Role::Status, 0.85, &["status", "状态", "退款状态", "处理状态"]),
    (Role::Refund, 1.0, &[
        "refund", "refunds", "refunded", "refundamount", "refundedamount", "amountrefunded",
        "totalrefunded", "returnamount", "退款", "退款金额", "退货金额", "已退款金额", "订单已退款金额",
        "买家退款金额", "退款总额",
    ]),
    (Role::Discount, 1.0, &[
        "discount", "discountamount", "discountcode", "totaldiscount", "coupon", "couponcode",
        "couponamount", "voucher", "promotion", "promocode", "avgdiscount", "优惠金额", "优惠", "优惠券",
        "优惠总额", "折扣", "折扣金额", "折价券", "折让", "店铺优惠", "平台优惠", "红包", "rabatt",
    ]),
    (Role::Cost, 1.0, &[
        "cost", "unitcost", "costprice", "totalcost", "cogs", "costofgoods", "成本", "成本价", "总成本", "进价",
    ]),
    (Role::Margin, 1.0, &[
        "margin", "grossmargin", "profit", "grossprofit", "contribution", "毛利", "毛利额", "利润",
    ]),
    (Role::Product, 1.0, &[
        "product", "productname", "productid", "productcode", "producttitle", "sku", "skucode", "item",
        "itemname", "itemid", "itemcode", "lineitemname", "lineitemsku", "stockcode", "articleno",
        "article", "asin", "商品名称", "商品", "商品编码", "商品编号", "商品标题", "商品id", "商品名",
        "宝贝标题", "宝贝名称", "货号", "品名", "产品", "产品名称", "商家编码", "料号", "artikel",
    ]),
    (Role::Product, 0.7, &["description", "title", "goods", "标题", "服务名称"]),
    (Role::Category, 1.0, &[
        "category", "productcategory", "itemcategory", "producttype", "subcategory", "categoryname", "品类",
        "类目", "类别", "分类", "商品分类", "商品类别", "商品类目", "一级分类", "一级类目", "产品类别",
        "产品分类",
    ]),
    (Role::Category, 0.6, &[
        "expensetype", "expendituretype", "宝贝种类", "二级分类", "department", "brand", "品牌",
    ]),
    (Role::Channel, 1.0, &[
        "channel", "saleschannel", "orderchannel", "source", "ordersource", "platform", "marketplace",
        "store", "storename", "storeid", "shop", "shopname", "branch", "outlet", "渠道", "销售渠道", "来源",
        "订单来源", "平台", "销售平台", "门店", "门店名称", "店铺", "店铺名称", "网点", "通路", "通路商", "门市",
        "分行",
    ]),
    (Role::Region, 1.0, &[
        "region", "country", "province", "city", "state", "county", "territory", "省份", "省", "城市",
        "地区", "区域", "县市", "国家", "收货省份", "收货城市", "所在地", "所在城市", "land",
    ]),
    (Role::Region, 0.7, &[
        "zip", "zipcode", "postcode", "postalcode", "address", "shippingaddress", "shippingcity",
        "shippingprovince", "shippingcountry", "billingcity", "billingcountry", "收货地址", "收件地址",
        "地址", "邮编", "邮递区号", "stadt", "plz",
    ]),
    (Role::Email, 1.0, &[
        "email", "emailaddress", "mail", "customeremail", "邮箱", "电子邮箱", "电子邮件", "邮件", "信箱",
        "电子信箱", "会员邮箱",
    ]),
    (Role::Phone, 1.0, &[
        "phone", "phonenumber", "phoneno", "mobile", "mobilephone", "mobileno", "mobilenumber", "cellphone",
        "telephone", "tel", "手机", "手机号", "手机号码", "联系手机", "电话", "联系电话", "电话号码",
        "行动电话", "收货人手机", "会员手机", "telefon",
    ]),
    (Role::Birthday, 1.0, &[
        "birthday", "birthdate", "dateofbirth", "dob", "yearbirth", "birthyear", "yearofbirth", "生日",
        "出生日期", "出生年", "出生年月", "出生年份", "会员生日", "geburtsdatum",
    ]),
    (Role::Since, 1.0, &[
        "since", "joindate", "joined", "joinedat", "datejoined", "registrationdate", "registeredat",
        "registerdate", "registrationtime", "signupdate", "signedupat", "customersince", "membersince",
        "dtcustomer", "enrollmentdate", "enrolmentdate", "ffpdate", "注册时间", "注册日期", "入会日期",
        "入会时间", "入会日", "加入日期", "加入时间", "开户日期", "开卡日期", "会员注册时间",
        "成为会员时间",
    ]),
    (Role::LastContact, 1.0, &[
        "lastcontact", "lastcontacted", "lastcontactdate", "lastcontactedat", "lastcontacttime", "datelastcontacted",
        "lastactivitydate", "最近联系", "最近联系日期", "最近联系时间", "最后联系日期", "最后联系时间", "上次联系",
        "上次联系日期", "上次联系时间", "最近联络", "最近联络日期", "上次联络", "上次联络日期", "最近跟进时间",
        "最后跟进时间", "上次跟进", "上次回访", "上次回访日期", "最近回访时间", "上次回訪", "上次回訪日期", "最近回訪日期",
        "上次拜访", "上次拜访日期", "上次拜訪", "上次拜訪日期", "最近拜訪日期",
    ]),
    (Role::Since, 0.7, &["starttime", "startdate", "开始日期", "开始时间"]),
    (Role::Satisfaction, 1.0, &[
        "csat", "satisfaction", "satisfactionscore", "customersatisfaction", "满意度", "满意度评分",
        "满意度得分", "客户满意度",
    ]),
    (Role::Satisfaction, 0.75, &["rating", "reviewscore", "评分", "评价分数"]),
    (Role::Nps, 1.0, &[
        "nps", "npsscore", "likelihoodtorecommend", "recommend", "推荐意愿", "净推荐值", "推荐分数",
        "推荐度",
    ]),
    (Role::Tickets, 1.0, &[
        "tickets", "ticketcount", "numberoftickets", "supporttickets", "servicetickets", "opentickets", "supportcalls",
        "servicecalls", "complaints", "complaintcount", "numberofcomplaints", "repairs", "repaircount", "工单数", "工单",
        "客服工单", "客服件数", "投诉次数", "投诉数", "客诉次数", "维修次数", "报修次数",
    ]),
    (Role::Referrer, 1.0, &[
        "referrer", "referrerid", "referredby", "referringcustomer", "invitedby", "inviter", "inviterid", "推荐人",
        "推荐人编号", "推荐会员", "介绍人", "邀请人", "邀请人编号",
    ]),
    (Role::BalanceBefore, 1.0, &[
        "previousbalance", "balancebefore", "balancelastmonth", "lastmonthbalance", "openingbalance", "previousaum",
        "aumlastmonth", "lastmonthaum", "上月余额", "上期余额", "期初余额", "上季余额", "上月资产", "上期资产", "上月aum",
    ]),
    (Role::Churned, 1.0, &[
        "churn", "churned", "churnlabel", "ischurn", "ischurned", "churnflag", "exited", "attrition",
        "attritionflag", "流失", "是否流失", "流失标签", "流失标记", "已流失",
    ]),
    (Role::Churned, 0.9, &["churnvalue"]),
    (Role::Recency, 1.0, &[
        "recency", "recencydays", "dayssincelastpurchase", "dayssincelastorder", "dayssincelast",
        "lasttoend", "最近消费天数", "距今天数", "未消费天数", "未购买天数", "最近一次消费天数",
        "距上次消费天数", "最近一次消费间隔",
    ]),
    (Role::Recency, 0.7, &["最近一次消费"]),
    (Role::Recency, 0.45, &["r"]),
    (Role::Frequency, 1.0, &[
        "frequency", "orders", "ordercount", "orderscount", "numorders", "numberoforders", "totalorders",
        "purchases", "purchasecount", "numberofpurchases", "totalpurchases", "transactions",
        "transactioncount", "visits", "flightcount", "消费次数", "购买次数", "订单数", "订单数量",
        "消费频次", "消费频率", "购买频次", "交易次数", "下单次数", "累计订单数", "累计消费次数",
        "累计购买次数",
    ]),
    (Role::Frequency, 0.45, &["f"]),
    (Role::Monetary, 1.0, &[
        "monetary", "monetaryvalue", "totalspent", "totalspend", "totalcharges", "totalrevenue",
        "lifetimespend", "lifetimerevenue", "amountspent", "moneyspent", "消费总额", "消费总金额", "总消费",
        "总消费金额", "累计消费", "累计消费金额", "累计金额", "历史消费金额", "累计消费总额",
    ]),
    (Role::Monetary, 0.75, &[
        "spend", "spent", "revenue", "sales", "amount", "total", "消费金额", "金额", "销售额", "总金额",
    ]),
    (Role::Monetary, 0.6, &[
        "fare", "sumyr1", "clv", "cltv", "ltv", "lifetimevalue", "customerlifetimevalue",
    ]),
    (Role::Monetary, 0.45, &["m"]),
    (Role::Tenure, 1.0, &[
        "tenure", "tenuremonths", "tenuredays", "monthsactive", "往来年限", "往来年资", "关系时长",
        "会员时长", "入会天数", "网龄", "在网时长",
    ]),
    (Role::FirstOrder, 1.0, &[
        "firstorder", "firstorderdate", "firstorderat", "firstpurchase", "firstpurchasedate",
        "firstflightdate", "首次购买时间", "首次购买日期", "首次消费时间", "首次消费日期", "首次下单时间",
        "首单时间", "首单日期", "首购日期",
    ]),
    (Role::LastOrder, 1.0, &[
        "lastorder", "lastorderdate", "lastorderat", "lastpurchase", "lastpurchasedate", "lastflightdate",
        "lasttransactiondate", "lastvisit", "最近一次消费时间", "最近一次消费日期", "最近一次消费",
        "最近购买时间", "最近购买日期", "最近消费时间", "最近消费日期", "最后消费时间", "最后消费日期",
        "最后购买时间", "最后购买日期", "最近交易日期", "最近下单时间", "上次消费时间", "上次购买日期",
    ]),
];

/// Words that make a header something other than the role, unless the whole header is a known word.
#[rustfmt::skip]
pub(super) const NOT: &[(Role, &[&str])] = &[
    (Role::Amount, &[
        "tax", "taxes", "vat", "shipping", "freight", "fee", "fees", "refund", "refunded", "discount",
        "cost", "balance", "tip", "points", "commission", "target", "budget", "outstanding", "due", "unit",
        "税", "运费", "邮费", "优惠", "折扣", "退款", "退货", "成本", "余额", "积分", "手续费", "返点",
        "单价", "毛利", "红包", "定金", "数量",
    ]),
    (Role::Customer, &[
        "status", "type", "level", "segment", "service", "group", "score", "postcode", "note", "类型",
        "等级", "级别", "备注", "数量", "类别", "性别", "年龄", "生日", "地址",
    ]),
    (Role::OrderId, &[
        "tracking", "shipment", "物流", "快递", "运单", "date", "time", "status", "amount", "日期", "时间",
        "状态", "金额", "备注", "来源", "关闭原因",
    ]),
    (Role::Quantity, &["refund", "退", "库存"]),
    (Role::Refund, &["date", "time", "reason", "时间", "原因"]),
    (Role::Date, &["birth", "生日", "join", "register", "first", "last", "start", "开始"]),
];

/// Traditional characters of the words above and, below each, the simplified one. Only for comparing: never shown.
pub(super) const TRADITIONAL: &str = "訂單號編顧戶會員買賣實際額時間電郵總計數價狀態帳賬稱類別區縣國貨購費銷發開創達關閉課應結終註冊齡續積餘戲幣傭當後來從個兩聯繫機話業務專門標題產簡臺灣億萬歲與觀優禮劃點設備無見東車長馬魚鳥麥黃齊齒龍龜紀錄錯誤補償還給約網絡線處營歷據記筆欄資訊撥讓滿薦願淨頻離週選擇評級輸進儲確認貸託權換紅貼碼證條種詢問顏規庫倉運稅減憑現贈參廣動團體廠鄉鎮遞陸島語質項匯彙親獲辦審簽過層責師節樣樓屬歸範圍測維訴報請紹";
pub(super) const SIMPLIFIED: &str = "订单号编顾户会员买卖实际额时间电邮总计数价状态账账称类别区县国货购费销发开创达关闭课应结终注册龄续积余戏币佣当后来从个两联系机话业务专门标题产简台湾亿万岁与观优礼划点设备无见东车长马鱼鸟麦黄齐齿龙龟纪录错误补偿还给约网络线处营历据记笔栏资讯拨让满荐愿净频离周选择评级输进储确认贷托权换红贴码证条种询问颜规库仓运税减凭现赠参广动团体厂乡镇递陆岛语质项汇汇亲获办审签过层责师节样楼属归范围测维诉报请绍";

/// Words for a row that sums up others.
#[rustfmt::skip]
pub(super) const TOTALS: [&str; 23] = [
    "total", "totals", "grandtotal", "subtotal", "subtotals", "sum", "sumtotal", "overall", "overalltotal",
    "totalamount", "合计", "总计", "小计", "共计", "累计", "总和", "汇总", "总合计", "本页合计", "本页小计",
    "合共", "gesamt", "summe",
];

/// Words that are the whole cell.
#[rustfmt::skip]
pub(super) const STATES: &[(State, &[&str])] = &[
    (State::Paid, &[
        "paid", "partiallypaid", "partiallyrefunded", "partialrefund", "complete", "completed", "fulfilled",
        "unfulfilled", "partiallyfulfilled", "shipped", "delivered", "processing", "inprogress", "success",
        "successful", "succeeded", "settled", "captured", "approved", "closed", "done", "invoiced",
        "received", "confirmed", "交易成功", "交易完成", "已完成", "完成", "已付款", "已支付", "支付成功",
        "付款成功", "已发货", "已签收", "已收货", "待发货", "待出货", "待收货", "已出货", "已送达",
        "备货中", "处理中", "部分退款", "部分退货", "已结清", "已收款", "已评价", "待评价", "成功",
    ]),
    (State::Unpaid, &[
        "pending", "pendingpayment", "unpaid", "notpaid", "awaitingpayment", "onhold", "hold", "authorized",
        "authorised", "draft", "checkoutdraft", "open", "new", "created", "overdue", "failed",
        "paymentfailed", "等待买家付款", "待付款", "未付款", "待支付", "未支付", "等待付款", "尚未付款",
        "支付失败", "付款失败", "待确认", "货到付款",
    ]),
    (State::Cancelled, &[
        "cancelled", "canceled", "cancel", "void", "voided", "expired", "abandoned", "declined", "rejected",
        "deleted", "交易关闭", "已关闭", "已取消", "取消", "订单取消", "交易取消", "关闭", "作废", "已作废",
        "已失效", "逾期取消",
    ]),
    (State::Refunded, &[
        "refunded", "fullyrefunded", "refund", "returned", "return", "chargeback", "chargedback",
        "reversed", "已退款", "退款成功", "全额退款", "退款完成", "已退货", "退货完成", "退货退款", "退款",
    ]),
];

/// Phrases within longer cells, as marketplaces write them; the first that occurs decides.
pub(super) const PHRASES: &[(&str, State)] = &[
    ("部分退", State::Paid),
    ("没有申请退款", State::Paid),
    ("未退款", State::Paid),
    ("买家已付款", State::Paid),
    ("等待卖家发货", State::Paid),
    ("卖家已发货", State::Paid),
    ("等待买家确认", State::Paid),
    ("等待买家付款", State::Unpaid),
    ("未付款", State::Unpaid),
    ("待付款", State::Unpaid),
    ("交易关闭", State::Cancelled),
    ("取消", State::Cancelled),
    ("退款成功", State::Refunded),
    ("已退款", State::Refunded),
    ("交易成功", State::Paid),
    ("已付款", State::Paid),
    ("已完成", State::Paid),
];
